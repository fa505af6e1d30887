using MathNet.Numerics.Statistics;
using MeanField.Core.Randomness;

namespace MeanField.Lab.Studies.Statistics;

/// <summary>The percentile bootstrap (Efron 1979) of a statistic of several independent samples.</summary>
public static class Bootstrap
{
    private const int Resamples = 4000;
    private const ulong Seed = 20260131;

    /// <summary>The statistic of the samples, and its interval under resampling each of them.</summary>
    public static Estimate Of(IReadOnlyList<double[]> samples, Func<IReadOnlyList<double[]>, double> statistic)
    {
        var resampled = samples.Select(sample => new double[sample.Length]).ToArray();
        var values = new double[Resamples];
        for (var b = 0; b < Resamples; b++)
        {
            for (var s = 0; s < samples.Count; s++)
                Resample(samples[s], b, s, resampled[s]);
            values[b] = statistic(resampled);
        }
        Array.Sort(values);
        return new(
            statistic(samples),
            SortedArrayStatistics.Quantile(values, (1 - Estimate.Confidence) / 2),
            SortedArrayStatistics.Quantile(values, (1 + Estimate.Confidence) / 2));
    }

    /// <summary>Of one sample.</summary>
    public static Estimate Of(double[] sample, Func<double[], double> statistic) =>
        Of([sample], samples => statistic(samples[0]));

    private static void Resample(double[] sample, int round, int index, double[] result)
    {
        Uniforms.Fill(Seed, Purpose.Resampling, round, index, result);
        for (var i = 0; i < result.Length; i++)
            result[i] = sample[(int)(result[i] * sample.Length)];
    }
}
