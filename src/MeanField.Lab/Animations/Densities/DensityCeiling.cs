using MeanField.Lab.Figures;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Animations.Densities;

/// <summary>How high the axis of densities reaches, the same in all frames.</summary>
internal static class DensityCeiling
{
    // a law that contracts to a point would flatten everything else
    private const double TimesMedian = 12;

    /// <summary>The highest density, but no more than a few times the usual height.</summary>
    public static double Of(DensityFlow flow, IEnumerable<Observation> counted)
    {
        double[] peaks = [.. flow.Densities.Select(density => density.Max()).Order()];
        var seen = counted.Max(observation => HistogramBars.Densities(observation.Histogram!).Max());
        return 1.05 * Math.Min(Math.Max(peaks[^1], seen), TimesMedian * peaks[peaks.Length / 2]);
    }
}
