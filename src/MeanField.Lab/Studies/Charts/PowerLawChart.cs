using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Statistics;
using ScottPlot;

namespace MeanField.Lab.Studies.Charts;

/// <summary>Values against sizes on logarithmic axes, with the line that theory draws through them.</summary>
internal static class PowerLawChart
{
    public static Chart New() => new(new LogarithmicScale(), new LogarithmicScale());

    /// <summary>Dots, with bars where there are intervals.</summary>
    public static Chart Measured(
        this Chart chart, IReadOnlyList<double> sizes, IReadOnlyList<Estimate> values, Color color)
    {
        var shown = Enumerable.Range(0, sizes.Count).Where(i => values[i].Low > 0).ToArray();
        chart.ErrorBars(
            [.. shown.Select(i => sizes[i])],
            [.. shown.Select(i => values[i].Low)],
            [.. shown.Select(i => values[i].High)],
            color);
        return chart.Dots(sizes, [.. values.Select(value => value.Value)], color, size: 7);
    }

    /// <summary>C size^exponent, with the C that suits the values.</summary>
    public static Chart Slope(
        this Chart chart, IReadOnlyList<double> sizes, IReadOnlyList<double> values, double exponent, Color color)
    {
        var factor = PowerLaw.Factor(sizes, values, exponent);
        double[] ends = [sizes.Min(), sizes.Max()];
        return chart.Line(
            ends, [.. ends.Select(size => factor * Math.Pow(size, exponent))], color, 1.5f, LinePattern.Dashed);
    }
}
