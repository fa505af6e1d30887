using CsCheck;
using MeanField.Core.Numerics;

namespace MeanField.Core.Tests.Numerics;

public class ExactSumTests
{
    private static readonly double Tiny = double.Epsilon;
    private static readonly double Half = Math.ScaleB(1, -53);

    /// <summary>Numbers of all sizes, of one size, subnormal, and special ones that are finite.</summary>
    private static readonly Gen<double> Finite = Gen.OneOf(
        Gen.Double, Gen.Double[-1, 1], Gen.Double[-1e-308, 1e-308],
        Gen.Select(Gen.Int[-1074, 1023], Gen.Bool, (e, negative) => Math.ScaleB(negative ? -1 : 1, e)),
        Gen.Const(double.MaxValue), Gen.Const(-double.MaxValue), Gen.Const(0.0), Gen.Const(-0.0))
        .Where(double.IsFinite);

    [Fact]
    public void A_sum_is_the_true_one_rounded_once() => Finite.Array[0, 40].Sample(terms =>
        AssertSame(RationalSum.Round(terms), SumOf(terms).Round()));

    [Fact]
    public void A_sum_that_cancels_leaves_what_does_not() =>
        Gen.Select(Finite.Array[1, 30], Finite, Gen.Int.Array[61]).Sample((terms, rest, keys) =>
        {
            double[] cancelling = [.. terms, rest, .. terms.Select(x => -x)];
            AssertSame(rest == 0 ? 0 : rest, SumOf(Shuffled(cancelling, keys)).Round());
        });

    [Fact]
    public void Neither_order_nor_grouping_matters() =>
        Gen.Select(Finite.Array[1, 60], Gen.Int[1, 8], Gen.Int.Array[60]).Sample((terms, groups, keys) =>
        {
            var shuffled = Shuffled(terms, keys);
            var parts = Enumerable.Range(0, groups).Select(_ => new ExactSum()).ToArray();
            for (var i = 0; i < shuffled.Length; i++)
                parts[(uint)keys[i] % groups].Add(shuffled[i]);
            var total = new ExactSum();
            foreach (var part in parts.OrderBy(part => part.Round()))
                total.Add(part);
            AssertSame(SumOf(terms).Round(), total.Round());
            Assert.Equal(Written(SumOf(terms)), Written(total));
        });

    public static TheoryData<double[], double> Ties => new()
    {
        { [1, Half], 1 },
        { [1, Half, Tiny], 1 + 2 * Half },
        { [1, Half, -Tiny], 1 },
        { [1 + 2 * Half, Half], 1 + 4 * Half },
        { [1 + 2 * Half, Half, -Tiny], 1 + 2 * Half },
        { [-1, -Half, -Tiny], -1 - 2 * Half },
        { [Tiny, Tiny, Tiny], 3 * Tiny },
        { [double.MaxValue, Math.ScaleB(1, 970)], double.PositiveInfinity },
        { [double.MaxValue, Math.ScaleB(1, 970), -Tiny], double.MaxValue },
        { [-double.MaxValue, -double.MaxValue], double.NegativeInfinity },
        { [double.MaxValue, double.MaxValue, -double.MaxValue], double.MaxValue },
        { [1e308, 1, -1e308, Tiny, -1], double.Epsilon },
        { [2.2250738585072014e-308, -Tiny], 2.225073858507201e-308 },
    };

    [Theory]
    [MemberData(nameof(Ties))]
    public void A_tie_goes_to_the_even_neighbour_and_the_last_bit_decides(double[] terms, double expected) =>
        AssertSame(expected, SumOf(terms).Round());

    [Theory]
    [InlineData(double.PositiveInfinity, 1, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, double.MaxValue, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, double.NaN)]
    [InlineData(double.NaN, 1, double.NaN)]
    [InlineData(double.NaN, double.PositiveInfinity, double.NaN)]
    public void What_is_not_finite_stays_so(double a, double b, double expected)
    {
        AssertSame(expected, SumOf([a, b]).Round());
        AssertSame(expected, SumOf([b, a]).Round());
    }

    [Fact]
    public void No_terms_and_zeros_of_either_sign_sum_to_positive_zero()
    {
        AssertSame(0, new ExactSum().Round());
        AssertSame(0, SumOf([-0.0, -0.0]).Round());
        AssertSame(0, SumOf([0.1, -0.1]).Round());
    }

    [Fact]
    public void A_cleared_sum_is_as_good_as_a_new_one() =>
        Gen.Select(Finite.Array[0, 20], Finite.Array[0, 20]).Sample((before, after) =>
        {
            var sum = SumOf([.. before, double.NaN]);
            sum.Clear();
            foreach (var term in after)
                sum.Add(term);
            AssertSame(RationalSum.Round(after), sum.Round());
        });

    [Fact]
    public void A_sum_can_be_added_to_itself()
    {
        var sum = SumOf([0.1, -1e300, 3]);
        var twice = SumOf([0.1, -1e300, 3, 0.1, -1e300, 3]);
        sum.Add(sum);
        Assert.Equal(Written(twice), Written(sum));
    }

    [Fact]
    public void Asking_for_the_sum_in_between_changes_nothing() => Finite.Array[1, 40].Sample(terms =>
    {
        var sum = new ExactSum();
        for (var i = 0; i < terms.Length; i++)
        {
            sum.Add(terms[i]);
            AssertSame(RationalSum.Round(terms[..(i + 1)]), sum.Round());
        }
    }, iter: 30);

    private static double[] Shuffled(double[] terms, int[] keys) =>
        [.. terms.Zip(keys).OrderBy(pair => pair.Second).Select(pair => pair.First)];

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

    private static void AssertSame(double expected, double actual)
    {
        Assert.Equal(expected, actual);
        // tells −0 from 0
        Assert.Equal(1 / expected, 1 / actual);
    }
}
