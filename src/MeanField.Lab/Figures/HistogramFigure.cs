using MeanField.Lab.Comparisons;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;
using ScottPlot;

namespace MeanField.Lab.Figures;

/// <summary>
/// How a quantity of the neurons is distributed at observed times, against its law in the limit.
/// </summary>
internal static class HistogramFigure
{
    private const int Columns = 3;
    private const int MostPanels = 6;
    private const int RowHeight = 226;

    public static Figure? Of(RunRecord run)
    {
        Observation[] counted = [.. run.Observations.Where(observation => observation.Histogram is not null)];
        if (counted.Length == 0)
            return null;
        var chosen = Choose(counted);
        var low = chosen.Min(o => HistogramBars.Occupied(o.Histogram!).Low);
        var high = chosen.Max(o => HistogramBars.Occupied(o.Histogram!).High);
        var plots = chosen.Select((o, i) => Panel(run, o, low, high, i)).ToList();
        var (panels, height) = PanelGrid.Grid(
            plots, Math.Min(Columns, plots.Count), RowHeight, new(60, 8, 44, 26));
        var theory = !run.TheoryDensities.IsEmpty;
        var symbol = Symbols.Of(run.Spec.Observe.Histogram!.Of);
        return new()
        {
            Name = "histograms",
            Title = $"Distribution of {symbol} over the neurons",
            Caption = $"Density of {symbol} at observed times."
                + (theory ? " Line: its law in the infinite-width limit, over the same bins." : ""),
            PanelHeight = height,
            Panels = panels,
            Key =
            [
                new("SGD", FigureColors.Observed, KeyMark.Band),
                .. theory ? (KeyEntry[])[new("infinite width", FigureColors.Theory, KeyMark.Line)] : [],
            ],
        };
    }

    /// <summary>
    /// First, last, and between them those that part the way the distribution goes most evenly.
    /// </summary>
    private static Observation[] Choose(Observation[] counted)
    {
        if (counted.Length <= MostPanels)
            return counted;
        var travelled = new double[counted.Length];
        for (var i = 1; i < counted.Length; i++)
            travelled[i] = travelled[i - 1]
                + HistogramDistance.Of(counted[i - 1].Histogram!, counted[i].Histogram!);
        var chosen = new SortedSet<int> { 0, counted.Length - 1 };
        for (var panel = 1; panel < MostPanels - 1; panel++)
        {
            var goal = travelled[^1] * panel / (MostPanels - 1);
            chosen.Add(Enumerable.Range(0, counted.Length)
                .MinBy(i => (chosen.Contains(i), Math.Abs(travelled[i] - goal))));
        }
        return [.. chosen.Select(i => counted[i])];
    }

    private static Plot Panel(RunRecord run, Observation observation, double low, double high, int index)
    {
        var chart = new Chart(AxisScale.Linear, AxisScale.Linear);
        var histogram = observation.Histogram!;
        var outline = HistogramBars.Outline(histogram);
        double[] edges = [.. outline.Select(point => point.X)];
        double[] densities = [.. outline.Select(point => point.Density)];
        chart.Band(edges, new double[edges.Length], densities, FigureColors.Observed, alpha: .35);
        chart.Line(edges, densities, FigureColors.Observed, width: 1);
        if (run.TheoryDensities.TryGetValue(observation.Step, out var theory))
            chart.Line(HistogramBars.Centres(histogram), theory, FigureColors.Theory);
        chart.Include(x: low, y: 0).Include(x: high);
        chart.Label(Symbols.Of(run.Spec.Observe.Histogram!.Of), index % Columns == 0 ? "density" : "");
        return chart.Title($"t = {FigureNumber.Text(observation.Time)}").Finish(margin: .06);
    }
}
