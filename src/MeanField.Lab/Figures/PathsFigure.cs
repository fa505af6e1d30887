using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Figures;

/// <summary>The tracked neurons' weight norms, and other trained parameters, against time.</summary>
internal static class PathsFigure
{
    public static Figure? Of(RunRecord run)
    {
        Observation[] tracked = [.. run.Observations.Where(o => !o.Paths.IsDefaultOrEmpty)];
        if (tracked.Length < 2)
            return null;
        var length = run.Manifest.Shape.ParticleLength;
        var dimension = Symbols.Dimension(run.Spec.Network, length);
        var scale = AxisScale.OfTimes(tracked.Select(observation => observation.Time));

        var norms = new Chart(scale, AxisScale.Linear).Label("time t = kε", dimension == 1 ? "w₁" : "|w|");
        Draw(norms, tracked, length, row => Norm(row[..dimension]));
        var mean = dimension > 1 ? run.Theory?.Column("weightNormMean") : null;
        if (mean is not null)
            norms.Line(run.Theory!.Times, mean, FigureColors.Ink, width: 2.5f, ScottPlot.LinePattern.Dashed);
        List<(ScottPlot.Plot, int)> rows = [(norms.Finish(), 250)];
        for (var index = dimension; index < length; index++)
        {
            var chart = new Chart(scale, AxisScale.Linear)
                .Label("time t = kε", Symbols.OfParameter(index, dimension, run.Spec.Network));
            var column = index;
            Draw(chart, tracked, length, row => row[column]);
            rows.Add((chart.Finish(), 150));
        }
        var (panels, height) = PanelGrid.Stack([.. rows]);
        var count = tracked[0].Paths.Length / length;
        return new()
        {
            Name = "paths",
            Title = $"Paths of {count} neurons",
            Caption = "Each line is one neuron, coloured by its rank at the start."
                + (mean is null ? "" : " Dashed: the mean of |w| in the limit."),
            PanelHeight = height,
            Panels = panels,
        };
    }

    private delegate double Quantity(ReadOnlySpan<double> row);

    private static double Norm(ReadOnlySpan<double> weights)
    {
        if (weights.Length == 1)
            return weights[0];
        var sum = 0.0;
        foreach (var weight in weights)
            sum += weight * weight;
        return Math.Sqrt(sum);
    }

    private static void Draw(Chart chart, Observation[] tracked, int length, Quantity quantity)
    {
        double[] times = [.. tracked.Select(observation => observation.Time)];
        var paths = Enumerable.Range(0, tracked[0].Paths.Length / length)
            .Select(i => tracked.Select(o => quantity(o.Paths.AsSpan().Slice(i * length, length))).ToArray())
            .OrderBy(path => path[0])
            .ToArray();
        for (var rank = 0; rank < paths.Length; rank++)
        {
            var color = FigureColors.Along((rank + .5) / paths.Length).WithAlpha(.8);
            chart.Line(times, paths[rank], color, width: 1.2f);
        }
    }
}
