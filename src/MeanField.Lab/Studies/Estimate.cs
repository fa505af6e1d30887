using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace MeanField.Lab.Studies;

/// <summary>A measured number with its confidence interval.</summary>
/// <param name="Value">The best guess.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>Of every interval. High, because many are looked at and all are to hold at once.</summary>
    public const double Confidence = 0.999;

    public double HalfWidth => (High - Low) / 2;

    /// <summary>A number that no chance is in.</summary>
    public static Estimate Exact(double value) => new(value, value, value);

    /// <summary>A value with a normal error.</summary>
    public static Estimate OfNormal(double value, double standardError)
    {
        var reach = Normal.InvCDF(0, 1, (1 + Confidence) / 2) * standardError;
        return new(value, value - reach, value + reach);
    }

    /// <summary>The mean of independent draws, with Student's interval.</summary>
    public static Estimate OfMean(IReadOnlyCollection<double> draws)
    {
        var (mean, deviation) = draws.MeanStandardDeviation();
        var quantile = StudentT.InvCDF(0, 1, draws.Count - 1, (1 + Confidence) / 2);
        var reach = quantile * deviation / Math.Sqrt(draws.Count);
        return new(mean, mean - reach, mean + reach);
    }

    /// <summary>The same number in other units, or around another origin.</summary>
    public Estimate Map(Func<double, double> monotone)
    {
        var (a, b) = (monotone(Low), monotone(High));
        return new(monotone(Value), Math.Min(a, b), Math.Max(a, b));
    }
}
