using System.Collections.Immutable;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Animations.Densities;

/// <summary>The density of |w| under the limit's equation, over the neurons' histogram.</summary>
internal static class DensityAnimation
{
    private const int MostStills = 8;

    /// <summary>Null unless the run has histograms of |w| and a reference with its law.</summary>
    public static Animation? Of(RunRecord run)
    {
        Observation[] counted = [.. run.Observations.Where(observation => observation.Histogram is not null)];
        if (run.TheoryFlow is not { } flow || counted.Length < 2)
            return null;
        var stage = Stage.Wide(run, Axes(flow, counted));
        var drawing = new DensityDrawing(flow, counted, stage);
        var paces = DensityPace.Of(flow, counted.Select(observation => observation.Time).ToHashSet());
        return new()
        {
            Backdrop = stage.Backdrop(
                "density", "The density flows, the neurons follow", Caption(run, counted.Length)),
            Frames = [.. paces.Select(drawing.Frame)],
            Poster = Middle(paces, counted),
            Stills = Stills(paces, counted),
        };
    }

    private static Chart Axes(DensityFlow flow, Observation[] counted)
    {
        var chart = new Chart(AxisScale.Linear, AxisScale.Root);
        chart.Include(x: 0, y: 0).Include(x: flow.Edges[^1], y: DensityCeiling.Of(flow, counted));
        chart.Label("|w|", "density").Finish(margin: 0);
        return chart;
    }

    /// <summary>The frame of an observed time at which the risk is half way down.</summary>
    private static int Middle(IReadOnlyList<FramePace> paces, Observation[] counted)
    {
        var goal = (counted[0].Risk + counted[^1].Risk) / 2;
        var time = counted.MinBy(observation => Math.Abs(observation.Risk - goal))!.Time;
        return Math.Max(0, Index(paces, time));
    }

    /// <summary>Frames of observed times, at which both sides are seen.</summary>
    private static ImmutableArray<int> Stills(IReadOnlyList<FramePace> paces, Observation[] counted)
    {
        int[] seen = [.. counted.Select(o => Index(paces, o.Time)).Where(index => index >= 0)];
        return [.. Animation.Evenly(seen.Length, MostStills).Select(i => seen[i])];
    }

    private static int Index(IReadOnlyList<FramePace> paces, double time)
    {
        for (var i = 0; i < paces.Count; i++)
            if (paces[i].Time == time)
                return i;
        return -1;
    }

    private static string Caption(RunRecord run, int times)
    {
        var count = FigureNumber.Count(run.Spec.Network.Particles);
        return $"Line: the law of |w| in the infinite-width limit. Bars: {count} neurons trained by SGD. The "
            + $"line is solved at every time shown, the neurons were observed at {times} of them: between these "
            + "the bars stand pale, as they were last seen. The axis of densities is a root, on which all bars "
            + "stray alike. The film runs as fast as the density moves, not as time does. Beside it: the risk of "
            + "both.";
    }
}
