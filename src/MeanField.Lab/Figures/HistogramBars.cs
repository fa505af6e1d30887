namespace MeanField.Lab.Figures;

/// <summary>A histogram as densities.</summary>
internal static class HistogramBars
{
    public static double[] Densities(Histogram histogram)
    {
        var width = Width(histogram);
        var total = Math.Max(1, histogram.Counts.Sum());
        return [.. histogram.Counts.Select(count => count / (total * width))];
    }

    /// <summary>The outline of the bars: every edge twice, from 0 to 0.</summary>
    public static IReadOnlyList<(double X, double Density)> Outline(Histogram histogram)
    {
        var (densities, width) = (Densities(histogram), Width(histogram));
        var outline = new List<(double X, double Density)> { (histogram.Low, 0) };
        for (var i = 0; i < densities.Length; i++)
        {
            outline.Add((histogram.Low + i * width, densities[i]));
            outline.Add((histogram.Low + (i + 1) * width, densities[i]));
        }
        outline.Add((histogram.High, 0));
        return outline;
    }

    public static double[] Centres(Histogram histogram) =>
        [.. histogram.Counts.Select((_, i) => histogram.Low + (i + .5) * Width(histogram))];

    /// <summary>The range of the bins that hold anything.</summary>
    public static (double Low, double High) Occupied(Histogram histogram)
    {
        int[] full = [.. Enumerable.Range(0, histogram.Counts.Length).Where(i => histogram.Counts[i] > 0)];
        var width = Width(histogram);
        return full.Length == 0
            ? (histogram.Low, histogram.High)
            : (histogram.Low + full[0] * width, histogram.Low + (full[^1] + 1) * width);
    }

    private static double Width(Histogram histogram) =>
        (histogram.High - histogram.Low) / histogram.Counts.Length;
}
