using MeanField.Lab.Figures.Drawing;
using ScottPlot;

namespace MeanField.Lab.Tests.Figures;

public class AxisScaleTests
{
    [Fact]
    public void Times_over_decades_get_a_logarithmic_axis_with_zero_on_its_left()
    {
        var scale = AxisScale.OfTimes([0, 0.001, 0.01, 0.1, 1, 10]);
        Assert.Equal(1, scale.Position(10) - scale.Position(1), 12);
        Assert.True(scale.Position(0) < scale.Position(0.001));
        Assert.True(scale.Shows(0));
        Assert.Contains("0", Labels(scale, 0, 10));
        Assert.Contains("0.001", Labels(scale, 0, 10));
    }

    [Fact]
    public void Evenly_spaced_times_get_a_linear_axis()
    {
        var scale = AxisScale.OfTimes(Enumerable.Range(0, 51).Select(i => 2.0 * i));
        Assert.Equal(37, scale.Position(37));
    }

    [Theory]
    [InlineData(new[] { 1.0, 0.5, 0.1 }, 0.1)]
    [InlineData(new[] { 1.0, 0.0, 0.001 }, 0.001)]
    public void Values_that_span_little_or_reach_zero_stay_linear(double[] values, double value) =>
        Assert.Equal(value, AxisScale.Fitting(values, decades: 1.5).Position(value));

    [Fact]
    public void Values_over_decades_get_a_logarithmic_axis_without_zero()
    {
        var scale = AxisScale.Fitting([1, 1e-3], decades: 1.5);
        Assert.Equal(-3, scale.Position(1e-3), 12);
        Assert.False(scale.Shows(0));
        Assert.False(scale.Shows(double.NaN));
    }

    [Theory]
    [InlineData(9.3, new[] { "8", "6", "4", "2", "1", "0.4", "0" })]
    [InlineData(0.05, new[] { "0.04", "0.02", "0.01", "0.004", "0.001", "0" })]
    public void An_axis_of_roots_has_round_numbers_with_room_between(double high, string[] expected)
    {
        Assert.Equal(3, AxisScale.Root.Position(9));
        Assert.False(AxisScale.Root.Shows(-1));
        Assert.Equal(expected.Order(), Labels(AxisScale.Root, 0, high).Order());
    }

    private static IEnumerable<string> Labels(AxisScale scale, double low, double high)
    {
        var ticks = scale.Ticks(low, high);
        using var paint = Paint.NewDisposablePaint();
        ticks.Regenerate(new(scale.Position(low), scale.Position(high)), Edge.Bottom, 500, paint, new());
        return ticks.Ticks.Where(tick => tick.IsMajor).Select(tick => tick.Label);
    }
}
