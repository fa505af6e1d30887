using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Scaling;
using ScottPlot;

namespace MeanField.Benchmarks.Scaling;

/// <summary>What was measured, with what the prices say of it.</summary>
internal static class StudyFigures
{
    private static readonly (int Processes, int Shards)[] Shown = [(1, 1), (1, 2), (2, 2), (4, 4)];

    public static void Write(StudyTable table, string directory)
    {
        var measured = table.Best();
        var fit = CostFit.Of(measured);
        Save(Cost(measured, fit), directory);
        Save(Prices(fit), directory);
        Save(Scaling(measured), directory);
        Save(Forecast(StudyText.ForecastOf(fit)), directory);
    }

    private static Figure Cost(IReadOnlyList<MeasuredStep> measured, CostFit fit)
    {
        var chart = new Chart(new LogarithmicScale(), new LogarithmicScale());
        var key = new List<KeyEntry>();
        foreach (var (i, (processes, shards)) in Shown.Index())
        {
            var color = FigureColors.Along(i / (Shown.Length - 1.0));
            var steps = measured.Where(step => step.Setting is { Dimension: StudyGrid.MainDimension, Batch: 1 } setting
                    && setting.Processes == processes && setting.Shards == shards)
                .OrderBy(step => step.Setting.Particles).ToList();
            double[] sizes = [.. steps.Select(step => (double)step.Setting.Particles)];
            chart.Line(sizes, [.. steps.Select(step => 1e6 * fit.Seconds(step.Setting))], color);
            chart.Dots(sizes, [.. steps.Select(step => 1e6 * step.Seconds)], color);
            key.Add(new(NameOf(processes, shards), color, KeyMark.Dots));
        }
        chart.Label("particles N", "microseconds per step");
        return StudyFigure.Of(
            "cost", "Cost of a step at d = 40", "Dots: measured. Lines: by the fitted prices.", chart, [.. key]);
    }

    private static Figure Prices(CostFit fit)
    {
        var chart = new Chart(new LogarithmicScale(), AxisScale.Linear).Level(1);
        var key = new List<KeyEntry>();
        var groups = fit.Residuals.GroupBy(residual => residual.Measured.Setting.Processes).ToArray();
        foreach (var (i, group) in groups.Index())
        {
            var color = FigureColors.Along(i / Math.Max(1, groups.Length - 1.0));
            chart.Dots(
                [.. group.Select(step => 1e6 * step.Measured.Seconds)],
                [.. group.Select(step => 1 + step.RelativeError)],
                color);
            key.Add(new(group.Key == 1 ? "1 process" : $"{group.Key} processes", color, KeyMark.Dots));
        }
        chart.Include(y: 0).Include(y: 2).Label("measured, microseconds per step", "by the prices / measured");
        return StudyFigure.Of(
            "prices",
            "The fitted prices against what was measured",
            "A dot for every cell of the study.",
            chart,
            [.. key]);
    }

    private static Figure Scaling(IReadOnlyList<MeasuredStep> measured)
    {
        var strong = new Chart(AxisScale.Linear, AxisScale.Linear).Level(1);
        var key = new List<KeyEntry>();
        var sizes = measured.Where(step => step.Setting is { Dimension: StudyGrid.MainDimension, Batch: 1 })
            .GroupBy(step => step.Setting.Particles).OrderBy(group => group.Key).ToArray();
        foreach (var (i, size) in sizes.Index())
        {
            var color = FigureColors.Along(i / Math.Max(1, sizes.Length - 1.0));
            var alone = Find(size, 1).Seconds;
            strong.Line([1, 2, 4], [1, alone / Find(size, 2).Seconds, alone / Find(size, 4).Seconds], color);
            key.Add(new($"N = {size.Key:N0}", color, KeyMark.Line));
        }
        strong.Include(y: 0).Label("processes, one thread each", "times as fast as one");
        return StudyFigure.Of(
            "strong-scaling",
            "The same particles over more processes",
            $"d = {StudyGrid.MainDimension}; {Environment.ProcessorCount} cores.",
            strong,
            [.. key]);
    }

    private static Figure Forecast(ClusterForecast forecast)
    {
        var chart = new Chart(new LogarithmicScale(), new LogarithmicScale());
        var key = new List<KeyEntry>();
        int[] nodes = [.. Enumerable.Range(0, 33).Select(i => (int)Math.Round(Math.Pow(10, i / 8.0))).Distinct()];
        double[] axis = [.. nodes.Select(n => (double)n)];
        foreach (var (i, particles) in StudyText.ForecastParticles.Index())
        {
            var color = FigureColors.Along(i / (StudyText.ForecastParticles.Length - 1.0));
            chart.Line(axis, [.. nodes.Select(n => forecast.Flat(particles, StudyText.ForecastDimension, n))], color);
            chart.Line(
                axis,
                [.. nodes.Select(n => forecast.Tree(particles, StudyText.ForecastDimension, n, StudyText.FanOut))],
                color,
                pattern: LinePattern.Dashed);
            key.Add(new(StudyText.NameOf(particles), color, KeyMark.Line));
        }
        chart.Label("nodes like this machine", "seconds per step");
        return StudyFigure.Of(
            "forecast",
            "What the prices foretell",
            $"d = {StudyText.ForecastDimension}. Solid: the program as it is. Dashed: if combiners formed a tree.",
            chart,
            [.. key]);
    }

    private static MeasuredStep Find(IEnumerable<MeasuredStep> steps, int processes) =>
        steps.First(step => step.Setting.Processes == processes && step.Setting.Shards == processes);

    private static string NameOf(int processes, int shards) =>
        processes > 1 ? $"{processes} processes" : shards == 1 ? "1 process, 1 shard" : $"1 process, {shards} shards";

    private static void Save(Figure figure, string directory)
    {
        File.WriteAllBytes(Path.Combine(directory, $"{figure.Name}.png"), FigureImage.Png(figure));
        FigureImage.Svg(figure).Save(Path.Combine(directory, $"{figure.Name}.svg"));
    }
}
