namespace MeanField.Lab.Comparisons;

/// <summary>How far the mass of one histogram must be moved to make the other.</summary>
public static class HistogramDistance
{
    /// <summary>Wasserstein-1: ∫|F − G|, mass spread evenly within each bin.</summary>
    public static double Of(Histogram first, Histogram second)
    {
        double[] edges = [.. Edges(first).Concat(Edges(second)).Distinct().Order()];
        var distance = 0.0;
        for (var i = 1; i < edges.Length; i++)
        {
            var left = Cumulative(first, edges[i - 1]) - Cumulative(second, edges[i - 1]);
            var right = Cumulative(first, edges[i]) - Cumulative(second, edges[i]);
            distance += (edges[i] - edges[i - 1]) * MeanMagnitude(left, right);
        }
        return distance;
    }

    /// <summary>∫₀¹ |left + (right − left)u| du.</summary>
    private static double MeanMagnitude(double left, double right) => left * right >= 0
        ? (Math.Abs(left) + Math.Abs(right)) / 2
        : (left * left + right * right) / (2 * (Math.Abs(left) + Math.Abs(right)));

    private static IEnumerable<double> Edges(Histogram histogram) =>
        Enumerable.Range(0, histogram.Counts.Length + 1).Select(i => Edge(histogram, i));

    private static double Edge(Histogram histogram, int index) =>
        histogram.Low + (histogram.High - histogram.Low) * index / histogram.Counts.Length;

    private static double Cumulative(Histogram histogram, double x)
    {
        double total = histogram.Counts.Sum(), below = 0;
        for (var i = 0; i < histogram.Counts.Length && total > 0; i++)
        {
            var (left, right) = (Edge(histogram, i), Edge(histogram, i + 1));
            if (x < right)
                return (below + histogram.Counts[i] * Math.Clamp((x - left) / (right - left), 0, 1)) / total;
            below += histogram.Counts[i];
        }
        return total > 0 ? 1 : 0;
    }
}
