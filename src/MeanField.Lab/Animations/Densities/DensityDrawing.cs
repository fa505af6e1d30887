using MeanField.Lab.Animations.Drawing;
using MeanField.Lab.Figures;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Animations.Densities;

/// <summary>Draws one time: the line of the limit over the bars of the last observation.</summary>
internal sealed class DensityDrawing(DensityFlow flow, Observation[] counted, Stage stage)
{
    public Frame Frame(FramePace pace)
    {
        var seen = counted.Last(observation => observation.Time <= pace.Time);
        var now = seen.Time == pace.Time;
        var time = FigureNumber.Text(pace.Time, 3);
        var bars = $"neurons at t = {FigureNumber.Text(seen.Time, 3)}";
        var label = now ? $"t = {time}" : $"t = {time}, {bars}";
        return new(label, pace.Milliseconds,
        [
            .. BarMarks(seen.Histogram!, now),
            new StrokeMark(LimitPath(pace.Row), FigureColors.Theory, 2.4f),
            .. stage.Clock(pace.Time),
            stage.Words("the limit", 0, FigureColors.Theory),
            stage.Words(bars, 1, FigureColors.Observed.WithAlpha(now ? 1 : .55)),
        ]);
    }

    private IEnumerable<Mark> BarMarks(Histogram histogram, bool now)
    {
        var path = new PathText()
            .Area([.. HistogramBars.Outline(histogram).Select(point => Clipped(point.X, point.Density))]);
        yield return new FillMark(path.ToString(), FigureColors.Observed.WithAlpha(now ? .4 : .22));
    }

    private string LimitPath(int row)
    {
        var (edges, densities) = (flow.Edges, flow.Densities[row]);
        var first = Math.Max(0, Array.FindIndex(densities, IsSeen) - 1);
        var last = Math.Min(densities.Length - 1, Array.FindLastIndex(densities, IsSeen) + 1);
        return new PathText()
            .Line(Enumerable.Range(first, last - first + 1)
                .Select(bin => Clipped((edges[bin] + edges[bin + 1]) / 2, densities[bin])))
            .ToString();
    }

    /// <summary>Where the density is less up to an end, no line is drawn along the axis.</summary>
    private static bool IsSeen(double density) => density > 1e-3;

    /// <summary>What is higher or wider than the axes ends at them.</summary>
    private (double X, double Y) Clipped(double x, double density) => (
        Math.Clamp(stage.View.X(x), stage.View.Area.Left, stage.View.Area.Right),
        Math.Max(stage.View.Y(density), stage.View.Area.Top));
}
