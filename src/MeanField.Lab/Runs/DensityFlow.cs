using System.Collections.Immutable;
using MeanField.Lab.Files;
using MeanField.Theory;

namespace MeanField.Lab.Runs;

/// <summary>The law of |w| in the limit, as densities, at all times that the reference was solved at.</summary>
/// <param name="Times">Ascending, the observed ones among them.</param>
/// <param name="Edges">Of equal bins of |w|, the same at every time.</param>
/// <param name="Densities">The mean density over each bin, time by time.</param>
public sealed record DensityFlow(
    ImmutableArray<double> Times, ImmutableArray<double> Edges, ImmutableArray<double[]> Densities)
{
    private const int Bins = 240;

    // the part of the mass that may lie beyond the last bin
    private const double Beyond = 1e-4;

    /// <summary>Null where the reference does not have the law.</summary>
    public static DensityFlow? Of(ReferenceSolution solution)
    {
        ReferencePoint[] points = [.. solution.Points.Where(point => point.WeightNorm is not null)];
        if (points.Length == 0)
            return null;
        var high = points.Max(point => Reach(point.WeightNorm!));
        return new(
            [.. points.Select(point => point.Time)],
            [.. Enumerable.Range(0, Bins + 1).Select(i => high * i / Bins)],
            [.. points.Select(point => point.WeightNorm!.Densities(0, high, Bins))]);
    }

    internal IReadOnlyDictionary<string, NpyArray> Arrays() => new Dictionary<string, NpyArray>
    {
        ["times"] = NpyArray.Of(NpyElement.Float64, [.. Times], Times.Length),
        ["edges"] = NpyArray.Of(NpyElement.Float64, [.. Edges], Edges.Length),
        ["weightNormDensity"] = NpyArray.Of(
            NpyElement.Float64, [.. Densities.SelectMany(values => values)], Times.Length, Edges.Length - 1),
    };

    internal static DensityFlow? Read(IReadOnlyDictionary<string, NpyArray>? archive) => archive is null
        ? null
        : new(
            [.. archive["times"].Values],
            [.. archive["edges"].Values],
            [.. Enumerable.Range(0, archive["times"].Values.Length)
                .Select(row => archive["weightNormDensity"].Row(row).ToArray())]);

    private static double Reach(NormLaw law)
    {
        var below = 0.0;
        for (var i = 0; i < law.Radii.Length; i++)
            if ((below += law.Weights[i]) >= 1 - Beyond)
                return law.Radii[i];
        return law.Radii[^1];
    }
}
