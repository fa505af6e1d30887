using CsCheck;
using MeanField.Core.Randomness;

namespace MeanField.Core.Tests.Randomness;

public class UniformsTests
{
    private const int Count = 1 << 18;

    [Fact]
    public void Uniforms_fill_the_unit_interval_evenly()
    {
        var sorted = Draw().Order().ToArray();
        Assert.InRange(sorted[0], 0, 1 - double.Epsilon);
        Assert.True(sorted[^1] < 1);
        var distance = 0.0;
        for (var i = 0; i < Count; i++)
        {
            distance = Math.Max(distance, sorted[i] - (double)i / Count);
            distance = Math.Max(distance, (i + 1.0) / Count - sorted[i]);
        }
        // Kolmogorov and Smirnov: P(D √n > 2.6) < 3·10⁻⁶
        Assert.True(distance < 2.6 / Math.Sqrt(Count), $"D √n = {distance * Math.Sqrt(Count)}");
    }

    [Fact]
    public void Filling_agrees_with_the_bits_of_each_coordinate() =>
        Gen.Select(Gen.ULong, Gen.Long[0, 1L << 40], Gen.Long[0, uint.MaxValue], Gen.Int[1, 20])
            .Sample((seed, step, index, length) =>
            {
                var u = new double[length];
                Uniforms.Fill(seed, Purpose.Sample, step, index, u);
                for (var i = 0; i < length; i++)
                {
                    var bits = Uniforms.Bits(seed, Purpose.Sample, step, index, i);
                    Assert.Equal(Math.ScaleB(bits >> 11, -53), u[i]);
                }
            });

    [Fact]
    public void Coordinates_of_one_counter_are_uncorrelated()
    {
        var u = Draw();
        var product = 0.0;
        for (var i = 0; i < Count; i += 2)
            product += (u[i] - 0.5) * (u[i + 1] - 0.5);
        // the standard deviation of the product is 1/12
        Assert.True(Math.Abs(product / (Count / 2)) < 5.0 / 12 / Math.Sqrt(Count / 2.0), $"{product}");
    }

    [Fact]
    public void Uniforms_and_normals_of_one_index_are_independent()
    {
        const int rows = 4096;
        var (u, z) = (new double[16], new double[16]);
        var product = 0.0;
        for (var row = 0; row < rows; row++)
        {
            Uniforms.Fill(1, Purpose.Sample, 0, row, u);
            Normals.Fill(1, Purpose.Sample, 0, row, z);
            for (var i = 0; i < 16; i++)
                product += (u[i] - 0.5) * z[i];
        }
        // the standard deviation of the product is √(1/12)
        Assert.True(Math.Abs(product) < 5 * Math.Sqrt(rows * 16 / 12.0), $"{product}");
    }

    [Fact]
    public void A_whole_number_below_a_bound_is_below_it_and_not_negative() =>
        Gen.Select(Gen.ULong, Gen.Long[1, long.MaxValue], Gen.Long[0, uint.MaxValue]).Sample(
            (seed, bound, index) =>
                Assert.InRange(Uniforms.Below(seed, Purpose.Sample, 0, index, 0, bound), 0, bound - 1));

    [Fact]
    public void Whole_numbers_below_seven_are_equally_frequent()
    {
        var counts = new int[7];
        const int draws = 70_000;
        for (var i = 0; i < draws; i++)
            counts[Uniforms.Below(3, Purpose.Holdout, 0, i, 0, 7)]++;
        var chiSquare = counts.Sum(c => (c - draws / 7.0) * (c - draws / 7.0) / (draws / 7.0));
        // six degrees of freedom: P(χ² > 40) < 10⁻⁶
        Assert.True(chiSquare < 40, $"χ² = {chiSquare}");
    }

    [Fact]
    public void An_empty_range_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Uniforms.Below(1, Purpose.Sample, 0, 0, 0, 0));

    private static double[] Draw()
    {
        var u = new double[Count];
        for (var row = 0; row < Count / 64; row++)
            Uniforms.Fill(1, Purpose.Sample, 0, row, u.AsSpan(row * 64, 64));
        return u;
    }
}
