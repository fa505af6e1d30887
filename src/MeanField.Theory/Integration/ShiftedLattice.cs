using MathNet.Numerics.Distributions;
using MeanField.Core.Randomness;

namespace MeanField.Theory.Integration;

/// <summary>A Korobov lattice with random shifts: points that fill the unit cube evenly.</summary>
/// <remarks>
/// Point k has coordinates {k a^j/n + shift_j}. a is the best of some generators by the error of the Korobov
/// space of smoothness 1 with weights 1/j² (Sloan, Joe, Lattice Methods for Multiple Integration, 1994,
/// (4.11)). Means over independent shifts are unbiased, and their scatter is the standard error.
/// </remarks>
public sealed class ShiftedLattice
{
    private const int Candidates = 48;
    private const ulong Seed = 20251124;

    private readonly long[] _generators;

    /// <param name="count">n, a power of 2.</param>
    /// <param name="dimension">Of the cube.</param>
    public ShiftedLattice(int count, int dimension)
    {
        (Count, Dimension) = (count, dimension);
        _generators = Enumerable.Range(0, Candidates)
            .Select(i => Powers(2 * Uniforms.Below(Seed, Purpose.Theory, 1, i, 0, count / 2) + 1))
            .MinBy(Merit)!;
    }

    public int Count { get; }

    public int Dimension { get; }

    /// <summary>The points under one of the independent shifts.</summary>
    public IEnumerable<double[]> Points(int shift)
    {
        var shifts = new double[Dimension];
        Uniforms.Fill(Seed, Purpose.Theory, 0, shift, shifts);
        for (long k = 0; k < Count; k++)
        {
            var point = new double[Dimension];
            for (var j = 0; j < Dimension; j++)
                point[j] = Fraction((double)(k * _generators[j] % Count) / Count + shifts[j]);
            yield return point;
        }
    }

    /// <summary>The points through the quantile of N(0, 1).</summary>
    public IEnumerable<double[]> Normals(int shift) =>
        Points(shift).Select(point => point.Select(Quantile).ToArray());

    /// <summary>Of N(0, 1), kept off its infinite ends.</summary>
    public static double Quantile(double level) => Normal.InvCDF(0, 1, Math.Clamp(level, 1e-16, 1 - 1e-16));

    private static double Fraction(double t) => t - Math.Floor(t);

    private long[] Powers(long generator)
    {
        var powers = new long[Dimension];
        for (var j = 0; j < Dimension; j++)
            powers[j] = j == 0 ? 1 : powers[j - 1] * generator % Count;
        return powers;
    }

    // the mean over points of Π_j (1 + γ_j 2π² B₂({x_j})), B₂(x) = x² − x + 1/6
    private double Merit(long[] generators)
    {
        var sum = 0.0;
        for (long k = 1; k < Count; k++)
        {
            var product = 1.0;
            for (var j = 0; j < Dimension; j++)
            {
                var x = (double)(k * generators[j] % Count) / Count;
                product *= 1 + 2 * Math.PI * Math.PI / ((j + 1.0) * (j + 1)) * (x * x - x + 1.0 / 6);
            }
            sum += product;
        }
        return sum;
    }
}
