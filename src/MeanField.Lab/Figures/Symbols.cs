using System.Globalization;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Figures;

/// <summary>What figures and reports call the things that files give names to.</summary>
internal static class Symbols
{
    private const int LongestName = 40;

    public static string Of(HistogramQuantity quantity) => quantity switch
    {
        HistogramQuantity.WeightNorm => "|w|",
        HistogramQuantity.FirstWeight => "w₁",
        HistogramQuantity.Amplitude => "a",
        _ => "b",
    };

    /// <summary>A trajectory's column.</summary>
    public static string OfColumn(string name) => name switch
    {
        TrajectoryTable.Risk => "risk",
        "exactRisk" => "exact risk",
        "weightNormMean" => "mean of |w|",
        "weightNormSquaredMean" => "mean of |w|²",
        "weightNormVariance" => "variance of |w|",
        "amplitudeMean" => "mean of a",
        "amplitudeSquaredMean" => "mean of a²",
        "biasMean" => "mean of b",
        "biasSquaredMean" => "mean of b²",
        "overlapMean" => "mean overlap",
        "overlapMaximum" => "largest overlap",
        _ => name.Length <= LongestName ? name : name[..LongestName] + "…",
    };

    /// <summary>
    /// Column <paramref name="index"/> of a particle's row of d weights and what else is trained.
    /// </summary>
    public static string OfParameter(int index, int dimension, NetworkSpec network)
    {
        if (index < dimension)
            return $"w{Subscript(index + 1)}";
        return index == dimension && network.Amplitude.Trained ? "a" : "b";
    }

    /// <summary>d, from the length of a particle's row.</summary>
    public static int Dimension(NetworkSpec network, int particleLength) =>
        particleLength - (network.Amplitude.Trained ? 1 : 0) - (network.Bias.Trained ? 1 : 0);

    private static string Subscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => (char)('₀' + c - '0')));
}
