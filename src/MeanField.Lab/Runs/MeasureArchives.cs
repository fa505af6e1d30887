using MeanField.Lab.Files;
using MeanField.Theory;

namespace MeanField.Lab.Runs;

/// <summary>Histograms and tracked paths at the observed times, as .npz archives.</summary>
internal static class MeasureArchives
{
    private const string TheoryDensity = "theoryDensity";

    /// <summary>times (T), edges (T × bins + 1), counts and the reference's densities (T × bins).</summary>
    public static IReadOnlyDictionary<string, NpyArray> Histograms(
        IReadOnlyList<Observation> observations, ReferenceSolution? reference)
    {
        var bins = observations[0].Histogram!.Counts.Length;
        var arrays = new Dictionary<string, NpyArray>
        {
            ["times"] = Times(observations),
            ["edges"] = NpyArray.Of(
                NpyElement.Float64,
                [.. observations.SelectMany(o => Edges(o.Histogram!))],
                observations.Count,
                bins + 1),
            ["counts"] = NpyArray.Of(
                NpyElement.Int64,
                [.. observations.SelectMany(o => o.Histogram!.Counts).Select(count => (double)count)],
                observations.Count,
                bins),
        };
        if (reference is not null)
            arrays[TheoryDensity] = NpyArray.Of(
                NpyElement.Float64,
                [.. observations.SelectMany(o => Densities(o, reference))],
                observations.Count,
                bins);
        return arrays;
    }

    /// <summary>times (T), paths (T × tracked × D).</summary>
    public static IReadOnlyDictionary<string, NpyArray> Paths(
        IReadOnlyList<Observation> observations, int particleLength)
    {
        var length = observations[0].Paths.Length;
        return new Dictionary<string, NpyArray>
        {
            ["times"] = Times(observations),
            ["paths"] = NpyArray.Of(
                NpyElement.Float64,
                [.. observations.SelectMany(o => o.Paths)],
                observations.Count,
                length / particleLength,
                particleLength),
        };
    }

    /// <summary>
    /// The reference's density over an observation's bins; null where the archive has none.
    /// </summary>
    public static double[]? Theory(IReadOnlyDictionary<string, NpyArray>? histograms, double time)
    {
        if (histograms?.GetValueOrDefault(TheoryDensity) is not { } densities)
            return null;
        if (Row(histograms, time) is not { } row)
            return null;
        var values = densities.Row(row).ToArray();
        return values.Any(double.IsNaN) ? null : values;
    }

    /// <summary>Puts histograms and paths back into observations that were read without them.</summary>
    public static Observation Restore(
        Observation observation,
        IReadOnlyDictionary<string, NpyArray>? histograms,
        IReadOnlyDictionary<string, NpyArray>? paths)
    {
        if (Row(histograms, observation.Time) is { } bin)
        {
            var edges = histograms!["edges"].Row(bin);
            var counts = histograms["counts"].Row(bin).ToArray().Select(count => (long)count);
            observation = observation with { Histogram = new(edges[0], edges[^1], [.. counts]) };
        }
        if (Row(paths, observation.Time) is { } path)
            observation = observation with { Paths = [.. paths!["paths"].Row(path)] };
        return observation;
    }

    private static double[] Densities(Observation observation, ReferenceSolution reference)
    {
        var histogram = observation.Histogram!;
        var bins = histogram.Counts.Length;
        var law = reference.Points.FirstOrDefault(point => point.Time == observation.Time)?.WeightNorm;
        return law is null
            ? [.. Enumerable.Repeat(double.NaN, bins)]
            : law.Densities(histogram.Low, histogram.High, bins);
    }

    private static NpyArray Times(IReadOnlyList<Observation> observations) =>
        NpyArray.Of(NpyElement.Float64, [.. observations.Select(o => o.Time)], observations.Count);

    private static int? Row(IReadOnlyDictionary<string, NpyArray>? archive, double time)
    {
        var row = archive is null ? -1 : Array.IndexOf(archive["times"].Values, time);
        return row < 0 ? null : row;
    }

    private static IEnumerable<double> Edges(Histogram histogram)
    {
        var bins = histogram.Counts.Length;
        for (var i = 0; i < bins; i++)
            yield return histogram.Low + (histogram.High - histogram.Low) * i / bins;
        yield return histogram.High;
    }
}
