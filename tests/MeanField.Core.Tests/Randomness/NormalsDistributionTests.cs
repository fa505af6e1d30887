using MeanField.Core.Numerics;
using MeanField.Core.Randomness;

namespace MeanField.Core.Tests.Randomness;

/// <summary>
/// Moments and distribution of a million normals. A statistic with standard deviation σ is allowed 5σ, which
/// a correct generator fails once in two million seeds; the seed is fixed.
/// </summary>
public class NormalsDistributionTests
{
    private const int Rows = 16384;
    private const int Coordinates = 64;
    private const double Count = Rows * (double)Coordinates;

    private static readonly double[] Sample = Draw();

    [Fact]
    public void The_moments_are_those_of_the_normal_law()
    {
        var root = Math.Sqrt(Count);
        // standard deviations of z, z², z³, z⁴: 1, √2, √15, √96
        AssertWithin(0, 5 / root, Sample.Sum() / Count);
        AssertWithin(1, 5 * Math.Sqrt(2) / root, Sample.Sum(z => z * z) / Count);
        AssertWithin(0, 5 * Math.Sqrt(15) / root, Sample.Sum(z => z * z * z) / Count);
        AssertWithin(3, 5 * Math.Sqrt(96) / root, Sample.Sum(z => z * z * z * z) / Count);
    }

    [Fact]
    public void The_empirical_distribution_is_the_normal_one()
    {
        var sorted = Sample.Order().ToArray();
        var distance = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var law = 0.5 * (1 + Elementary.Erf(sorted[i] / Math.Sqrt(2)));
            distance = Math.Max(distance, Math.Abs(law - i / Count));
            distance = Math.Max(distance, Math.Abs((i + 1) / Count - law));
        }
        // Kolmogorov and Smirnov: P(D √n > 2.6) ≈ 2 e^{−2·2.6²} < 3·10⁻⁶
        Assert.True(distance < 2.6 / Math.Sqrt(Count), $"D √n = {distance * Math.Sqrt(Count)}");
    }

    [Fact]
    public void Tails_are_as_heavy_as_they_should_be()
    {
        // P(|z| > 4) = 6.334·10⁻⁵; a Poisson number, about 66 of a million
        var expected = 6.334248366623996e-5 * Count;
        AssertWithin(expected, 5 * Math.Sqrt(expected), Sample.Count(z => Math.Abs(z) > 4));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(Coordinates)]
    public void Neighbours_are_uncorrelated_and_so_are_their_squares(int distance)
    {
        var (product, squares) = (0.0, 0.0);
        for (var i = distance; i < Sample.Length; i++)
        {
            product += Sample[i] * Sample[i - distance];
            squares += (Sample[i] * Sample[i] - 1) * (Sample[i - distance] * Sample[i - distance] - 1);
        }
        AssertWithin(0, 5 / Math.Sqrt(Count), product / Count);
        AssertWithin(0, 5 * 2 / Math.Sqrt(Count), squares / Count);
    }

    [Theory]
    [InlineData(2UL, Purpose.Noise, 0L)]
    [InlineData(1UL << 32, Purpose.Noise, 0L)]
    [InlineData(1UL, Purpose.Sample, 0L)]
    [InlineData(1UL, Purpose.Noise, 1L)]
    [InlineData(1UL, Purpose.Noise, 1L << 32)]
    public void Another_seed_purpose_or_step_gives_independent_numbers(ulong seed, Purpose purpose, long step)
    {
        const int rows = 1024;
        var z = new double[Coordinates];
        var product = 0.0;
        for (var row = 0; row < rows; row++)
        {
            Normals.Fill(seed, purpose, step, row, z);
            for (var i = 0; i < Coordinates; i++)
                product += z[i] * Sample[row * Coordinates + i];
        }
        AssertWithin(0, 5 / Math.Sqrt(rows * Coordinates), product / (rows * Coordinates));
    }

    private static double[] Draw()
    {
        var sample = new double[Rows * Coordinates];
        for (var row = 0; row < Rows; row++)
            Normals.Fill(1, Purpose.Noise, 0, row, sample.AsSpan(row * Coordinates, Coordinates));
        return sample;
    }

    private static void AssertWithin(double expected, double tolerance, double actual) => Assert.True(
        Math.Abs(actual - expected) <= tolerance, $"{actual} is not within {tolerance} of {expected}");
}
