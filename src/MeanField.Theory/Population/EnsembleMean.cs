using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace MeanField.Theory.Population;

/// <summary>The mean of replicas, and how much they differ.</summary>
/// <param name="Points">Risks and columns are means; the law of |w| is that of all replicas.</param>
/// <param name="Deviations">Of the risk between replicas, at every time.</param>
/// <param name="StandardError">The largest one of the mean risk.</param>
public sealed record EnsembleMean(
    ImmutableArray<ReferencePoint> Points, double[] Deviations, double StandardError)
{
    public static EnsembleMean Of(ImmutableArray<ReferencePoint>[] replicas)
    {
        var points = Enumerable.Range(0, replicas[0].Length)
            .Select(i => Mean([.. replicas.Select(replica => replica[i])])).ToImmutableArray();
        double[] deviations = [.. points.Select(
            (_, i) => replicas.Select(replica => replica[i].Risk).StandardDeviation())];
        return new(points, deviations, deviations.DefaultIfEmpty(0).Max() / Math.Sqrt(replicas.Length));
    }

    private static ReferencePoint Mean(ReferencePoint[] points) => points[0] with
    {
        Risk = points.Average(point => point.Risk),
        Columns = [.. points[0].Columns.Select((column, c) =>
            column with { Value = points.Average(point => point.Columns[c].Value) })],
        WeightNorm = NormLaw.OfCloud(
            [.. points.SelectMany(point => point.WeightNorm!.Radii)],
            [.. points.SelectMany(point => point.WeightNorm!.Weights.Select(w => w / points.Length))]),
    };
}
