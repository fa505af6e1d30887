using CsCheck;
using MeanField.Core.Measures;
using MeanField.Lab.Comparisons;

namespace MeanField.Lab.Tests.Comparisons;

public class HistogramDistanceTests
{
    // a few hundred roundings of numbers below 10; comparing rounded decimals instead would fail wherever the
    // two sides fall on either side of a rounding boundary
    private const double Tolerance = 1e-12;

    private static readonly Gen<Histogram> Histograms = Gen.Select(
        Gen.Double[-2, 2], Gen.Double[0.1, 3], Gen.Long[0, 9].Array[1, 8],
        (low, width, counts) => new Histogram(low, low + width, [.. counts, 1]));

    [Fact]
    public void Moving_all_mass_costs_the_distance_moved() => Gen.Select(Histograms, Gen.Double[-3, 3]).Sample(
        (histogram, shift) => Assert.Equal(
            Math.Abs(shift),
            HistogramDistance.Of(
                histogram, histogram with { Low = histogram.Low + shift, High = histogram.High + shift }),
            Tolerance));

    [Fact]
    public void The_distance_is_symmetric_and_zero_to_itself() => Gen.Select(Histograms, Histograms).Sample(
        (first, second) =>
        {
            Assert.Equal(0, HistogramDistance.Of(first, first), Tolerance);
            Assert.Equal(HistogramDistance.Of(first, second), HistogramDistance.Of(second, first), Tolerance);
        });

    [Fact]
    public void Crossing_distributions_are_measured_exactly() =>
        // F = x on [0, 1] against G = 2(x − ¼) on [¼, ¾]: 2·(∫₀^¼ x + ∫_¼^½ (½ − x)) = 2·(1/32 + 1/32)
        Assert.Equal(1.0 / 8, HistogramDistance.Of(new(0, 1, [1]), new(0.25, 0.75, [1])), Tolerance);
}
