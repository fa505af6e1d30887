using System.Globalization;
using System.Text;
using MeanField.Lab.Studies.Scaling;

namespace MeanField.Benchmarks.Scaling;

/// <summary>The study in tables.</summary>
internal static class StudyText
{
    public const int ForecastDimension = 20;
    public const int FanOut = 16;

    public static readonly long[] ForecastParticles = [1_000_000, 1_000_000_000, 1_000_000_000_000];

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly int[] ForecastNodes = [1, 10, 100, 1_000, 10_000];

    public static ClusterForecast ForecastOf(CostFit fit) =>
        new(fit, Environment.ProcessorCount, StudyCell.CacheBytes);

    public static string Of(StudyTable table, string name)
    {
        var measured = table.Best();
        var fit = CostFit.Of(measured);
        var text = new StringBuilder();
        text.AppendLine(Invariant, $"## Scaling study, {name}: {measured.Count} cells, least of {table.Rows.Max(row => row.Round) + 1} rounds, "
            + $"{Environment.ProcessorCount} cores, load {table.Rows.Min(row => row.Load)} … {table.Rows.Max(row => row.Load)}");
        Prices(text, fit);
        HeldOut(text, measured);
        Strong(text, measured);
        Weak(text, measured);
        Forecast(text, ForecastOf(fit));
        return text.ToString();
    }

    private static void Prices(StringBuilder text, CostFit fit)
    {
        text.AppendLine(Invariant, $"\n### Prices (what they leave of a step's time: {fit.Deviation:P0} root mean square)\n");
        text.AppendLine(Invariant, $"| price | of | nanoseconds | standard error |");
        text.AppendLine(Invariant, $"|---|---|---|---|");
        foreach (var price in fit.Costs)
        {
            var error = price.StandardError is { } known ? (1e9 * known).ToString("G2", Invariant) : "–";
            text.AppendLine(Invariant, $"| {price.Cost.Symbol} | {price.Cost.Name} | {1e9 * price.Seconds:G3} | {error} |");
        }
    }

    private static void HeldOut(StringBuilder text, IReadOnlyList<MeasuredStep> measured)
    {
        var largest = measured.Max(step => step.Setting.Particles);
        var places = measured.Index().ToDictionary(place => place.Item, place => place.Index);
        HeldOutSteps[] heldOut =
        [
            HeldOutSteps.Of("every fifth cell", measured, step => places[step] % 5 == 2),
            HeldOutSteps.Of($"all of d = {StudyGrid.MainDimension}", measured, step => step.Setting.Dimension == StudyGrid.MainDimension),
            HeldOutSteps.Of($"all of N = {largest:N0}", measured, step => step.Setting.Particles == largest),
        ];
        text.AppendLine(Invariant, $"\n### Foretold from the other cells\n");
        text.AppendLine(Invariant, $"| held out | cells | median error | largest error |");
        text.AppendLine(Invariant, $"|---|---|---|---|");
        foreach (var group in heldOut)
            text.AppendLine(Invariant, $"| {group.Name} | {group.Steps.Length} | {group.MedianError:P0} | {group.LargestError:P0} |");
    }

    private static void Strong(StringBuilder text, IReadOnlyList<MeasuredStep> measured)
    {
        text.AppendLine(Invariant, $"\n### The same particles over more: microseconds per step, d = {StudyGrid.MainDimension}\n");
        text.AppendLine(Invariant, $"| N | 1 process, 1 shard | 1 process, 2 shards | 2 processes | 4 processes |");
        text.AppendLine(Invariant, $"|---|---|---|---|---|");
        foreach (var size in measured.Where(step => step.Setting is { Dimension: StudyGrid.MainDimension, Batch: 1 })
            .GroupBy(step => step.Setting.Particles).OrderBy(group => group.Key))
        {
            text.AppendLine(Invariant, $"| {size.Key:N0} | {At(size, 1, 1)} | {At(size, 1, 2)} | {At(size, 2, 2)} | {At(size, 4, 4)} |");
        }
    }

    private static void Weak(StringBuilder text, IReadOnlyList<MeasuredStep> measured)
    {
        text.AppendLine(Invariant, $"\n### {StudyGrid.WeakParticles:N0} particles for each process: microseconds per step\n");
        text.AppendLine(Invariant, $"| processes | N | measured |");
        text.AppendLine(Invariant, $"|---|---|---|");
        foreach (var processes in (int[])[1, 2, 4])
        {
            var particles = processes * StudyGrid.WeakParticles;
            var size = measured.Where(step => step.Setting is { Dimension: StudyGrid.MainDimension, Batch: 1 }
                && step.Setting.Particles == particles);
            text.AppendLine(Invariant, $"| {processes} | {particles:N0} | {At(size, processes, processes)} |");
        }
    }

    private static void Forecast(StringBuilder text, ClusterForecast forecast)
    {
        text.AppendLine(Invariant, $"\n### Clusters of machines like this: seconds per step, d = {ForecastDimension}; "
            + $"with a tree of fan-out {FanOut} (a hypothesis)\n");
        text.AppendLine(Invariant, $"| nodes | {string.Join(" | ", ForecastParticles.Select(NameOf))} | GB a node at the largest |");
        text.AppendLine(Invariant, $"|---|{string.Concat(ForecastParticles.Select(_ => "---|"))}---|");
        foreach (var nodes in ForecastNodes)
        {
            var times = ForecastParticles.Select(particles => string.Create(Invariant,
                $"{forecast.Flat(particles, ForecastDimension, nodes):G2}; "
                + $"{forecast.Tree(particles, ForecastDimension, nodes, FanOut):G2}"));
            var memory = ClusterForecast.BytesPerNode(ForecastParticles[^1], ForecastDimension, nodes) / 1e9;
            text.AppendLine(Invariant, $"| {nodes:N0} | {string.Join(" | ", times)} | {memory:N0} |");
        }
    }

    private static string At(IEnumerable<MeasuredStep> steps, int processes, int shards) => (1e6 * steps.First(step =>
        step.Setting.Processes == processes && step.Setting.Shards == shards).Seconds)
        .ToString("G4", Invariant);

    /// <summary>A power of ten.</summary>
    public static string NameOf(long particles) =>
        "N = 10" + string.Concat($"{Math.Round(Math.Log10(particles))}".Select(digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0']));
}
