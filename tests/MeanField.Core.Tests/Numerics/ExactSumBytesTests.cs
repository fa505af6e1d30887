using CsCheck;
using MeanField.Core.Numerics;

namespace MeanField.Core.Tests.Numerics;

public class ExactSumBytesTests
{
    private static readonly Gen<double[]> AnyTerms = Gen.OneOf(Gen.Double, Gen.Double.Special).Array[0, 20];

    [Fact]
    public void A_sum_that_was_written_and_read_is_the_same_sum() => AnyTerms.Sample(terms =>
    {
        var sum = SumOf(terms);
        var bytes = Written(sum);
        var copy = new ExactSum();
        Assert.Equal(bytes.Length, copy.AddWritten(bytes));
        Assert.Equal(sum.Round(), copy.Round());
        Assert.Equal(bytes, Written(copy));
    });

    [Fact]
    public void Reading_adds_to_what_is_there_already() =>
        Gen.Select(AnyTerms, AnyTerms).Sample((here, there) =>
        {
            var sum = SumOf(here);
            sum.AddWritten(Written(SumOf(there)));
            Assert.Equal(Written(SumOf([.. here, .. there])), Written(sum));
        });

    [Fact]
    public void What_follows_a_sum_is_left_alone() => AnyTerms.Sample(terms =>
    {
        var bytes = Written(SumOf(terms));
        Assert.Equal(bytes.Length, new ExactSum().AddWritten([.. bytes, 1, 2, 3]));
    });

    [Fact]
    public void A_sum_takes_few_bytes()
    {
        Assert.Equal(3, Written(new ExactSum()).Length);
        Assert.Equal(7, Written(SumOf([1.0])).Length);
        // two digits of 2^−1074 · 2^32i hold 53 bits, or three
        Assert.InRange(Written(SumOf([0.1, -0.7, 12.3])).Length, 11, 15);
        Assert.Equal(9, Written(SumOf([double.NaN, 1])).Length);
        Assert.True(Written(SumOf([double.MaxValue, double.Epsilon])).Length <= ExactSum.MaximumBytes);
    }

    public static TheoryData<string, byte[]> Malformed => new()
    {
        { "empty", [] },
        { "a header cut short", [1, 3] },
        { "digits cut short", [2, 3, 0, 1, 0, 0, 0, 1, 0, 0] },
        { "digits out of range", [2, 67, 0, 1, 0, 0, 0, 1, 0, 0, 0] },
        { "more digits than there are", [254, 0, 0, .. new byte[1016]] },
        { "a sign that is none", [1, 3, 2, 1, 0, 0, 0] },
        { "a lowest digit of zero", [2, 3, 0, 0, 0, 0, 0, 1, 0, 0, 0] },
        { "a highest digit of zero", [2, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0] },
        { "a zero with a position", [0, 3, 0] },
        { "a zero with a sign", [0, 0, 1] },
        { "a special value cut short", [255, 0, 0, 0] },
        { "a special value that is finite", [255, .. BitConverter.GetBytes(1.5)] },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Malformed_bytes_are_refused_and_add_nothing(string what, byte[] bytes)
    {
        var sum = SumOf([0.1, 0.2]);
        var exception = Record.Exception(() => sum.AddWritten(bytes));
        Assert.True(exception is FormatException, $"{what}: {exception}");
        Assert.Equal(Written(SumOf([0.1, 0.2])), Written(sum));
    }

    [Fact]
    public void Random_bytes_are_a_canonical_sum_or_refused() =>
        Gen.Select(Gen.Byte[0, 4], Gen.Byte[0, 70], Gen.Byte[0, 2], Gen.Byte.Array[0, 24]).Sample(
            (length, first, sign, digits) =>
            {
                byte[] bytes = [length, first, sign, .. digits];
                var sum = new ExactSum();
                try
                {
                    var read = sum.AddWritten(bytes);
                    Assert.Equal(bytes[..read], Written(sum));
                }
                catch (FormatException)
                {
                    Assert.Equal(Written(new ExactSum()), Written(sum));
                }
            });

    private static ExactSum SumOf(IEnumerable<double> terms)
    {
        var sum = new ExactSum();
        foreach (var term in terms)
            sum.Add(term);
        return sum;
    }

    private static byte[] Written(ExactSum sum)
    {
        var bytes = new byte[ExactSum.MaximumBytes];
        return bytes[..sum.Write(bytes)];
    }
}
