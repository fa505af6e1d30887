namespace MeanField.Lab.Animations.Densities;

/// <summary>A histogram as densities.</summary>
internal static class Bars
{
    public static double[] Densities(Histogram histogram)
    {
        var width = Width(histogram);
        var total = Math.Max(1, histogram.Counts.Sum());
        return [.. histogram.Counts.Select(count => count / (total * width))];
    }

    /// <summary>The outline of the bars, from the axis to the axis.</summary>
    public static IEnumerable<(double X, double Density)> Outline(Histogram histogram)
    {
        var (densities, width) = (Densities(histogram), Width(histogram));
        // empty bins at the ends draw nothing
        var first = Math.Max(0, Array.FindIndex(densities, density => density > 0));
        var last = Math.Max(first, Array.FindLastIndex(densities, density => density > 0));
        yield return (histogram.Low + first * width, 0);
        for (var i = first; i <= last; i++)
        {
            yield return (histogram.Low + i * width, densities[i]);
            yield return (histogram.Low + (i + 1) * width, densities[i]);
        }
        yield return (histogram.Low + (last + 1) * width, 0);
    }

    private static double Width(Histogram histogram) =>
        (histogram.High - histogram.Low) / histogram.Counts.Length;
}
