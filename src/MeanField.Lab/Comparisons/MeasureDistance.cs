using System.Collections.Immutable;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Comparisons;

/// <summary>
/// The Wasserstein-1 distance ∫₀¹ |F⁻¹ − G⁻¹| of one quantity under two final empirical measures.
/// </summary>
/// <param name="Of">weightNorm, amplitude or bias.</param>
/// <param name="Wasserstein">The distance, in the quantity's own unit.</param>
public sealed record MeasureDistance(string Of, double Wasserstein)
{
    internal static ImmutableArray<MeasureDistance> Between(RunRecord first, RunRecord second)
    {
        var (a, b) = (FinalQuantities.Read(first), FinalQuantities.Read(second));
        return [.. a.Keys.Intersect(b.Keys).Select(name => new MeasureDistance(name, Distance(a[name], b[name])))];
    }

    /// <summary>Of two samples of any sizes; sorts them.</summary>
    public static double Distance(double[] first, double[] second)
    {
        Array.Sort(first);
        Array.Sort(second);
        var sum = 0.0;
        // levels i/n and j/m, compared over the common denominator n·m
        Int128 level = 0;
        for (long i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            var (nextOfFirst, nextOfSecond) = ((Int128)(i + 1) * second.Length, (Int128)(j + 1) * first.Length);
            var next = Int128.Min(nextOfFirst, nextOfSecond);
            sum += (double)(next - level) * Math.Abs(first[i] - second[j]);
            level = next;
            i += next == nextOfFirst ? 1 : 0;
            j += next == nextOfSecond ? 1 : 0;
        }
        return sum / ((double)first.Length * second.Length);
    }
}
