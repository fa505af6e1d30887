using MathNet.Numerics.LinearRegression;
using MathNet.Numerics.Statistics;

namespace MeanField.Lab.Studies.Statistics;

/// <summary>Exponents: slopes of straight lines through logarithms.</summary>
public static class PowerLaw
{
    /// <summary>The exponent p of value = C size^p, by least squares of the logarithms.</summary>
    public static double Exponent(IReadOnlyList<double> sizes, IReadOnlyList<double> values) => SimpleRegression.Fit(
        [.. sizes.Select(size => Math.Log(size))], [.. values.Select(value => Math.Log(value))]).B;

    /// <summary>C of value = C size^p for a given p, as the geometric mean.</summary>
    public static double Factor(IReadOnlyList<double> sizes, IReadOnlyList<double> values, double exponent) =>
        Math.Exp(sizes.Zip(values, (size, value) => Math.Log(value) - exponent * Math.Log(size)).Average());

    /// <summary>The exponent of a statistic of replicates, with its bootstrap interval.</summary>
    /// <param name="sizes">One per sample.</param>
    /// <param name="samples">Independent replicates, size by size.</param>
    /// <param name="statistic">Positive: a deviation, a mean of positive numbers.</param>
    public static Estimate Exponent(
        IReadOnlyList<double> sizes, IReadOnlyList<double[]> samples, Func<double[], double> statistic) =>
        Bootstrap.Of(samples, resampled => Exponent(sizes, [.. resampled.Select(statistic)]));

    /// <summary>√E z², for deviations z whose mean is known to be 0.</summary>
    public static double RootMeanSquare(double[] sample) => Math.Sqrt(sample.Average(z => z * z));

    /// <summary>The deviation around the sample's own mean.</summary>
    public static double Deviation(double[] sample) => sample.StandardDeviation();
}
