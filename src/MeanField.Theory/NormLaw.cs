using System.Collections.Immutable;
using MathNet.Numerics.Interpolation;

namespace MeanField.Theory;

/// <summary>A law on r ≥ 0, carried by weighted points.</summary>
public sealed class NormLaw
{
    private readonly double[]? _levels;
    private readonly CubicSpline? _cumulative;

    private NormLaw(ImmutableArray<double> radii, ImmutableArray<double> weights, double[]? levels)
    {
        Radii = radii;
        Weights = weights;
        _levels = levels;
        _cumulative = levels is null ? null : Interpolant(radii, levels);
    }

    /// <summary>Ascending.</summary>
    public ImmutableArray<double> Radii { get; }

    /// <summary>Quadrature weights, of sum 1.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>Point masses.</summary>
    public static NormLaw OfAtoms(ReadOnlySpan<double> radii, ReadOnlySpan<double> weights)
    {
        var (r, w) = (radii.ToArray(), weights.ToArray());
        Array.Sort(r, w);
        return new NormLaw([.. r], [.. w], null);
    }

    /// <summary>A continuous law with P(|w| ≤ radii_j) = levels_j; radii out of order are
    /// rearranged.</summary>
    public static NormLaw OfQuantiles(
        ReadOnlySpan<double> radii, ReadOnlySpan<double> levels, ReadOnlySpan<double> weights)
    {
        var (r, w) = (radii.ToArray(), weights.ToArray());
        Array.Sort(r, w);
        return new([.. r], [.. w], levels.ToArray());
    }

    /// <summary>A continuous law, represented by weighted points: each lies in the middle of its mass, points
    /// at one place together.</summary>
    public static NormLaw OfCloud(ReadOnlySpan<double> radii, ReadOnlySpan<double> weights)
    {
        var points = radii.ToArray().Zip(weights.ToArray()).GroupBy(point => point.First)
            .Select(group => (Radius: group.Key, Mass: group.Sum(point => point.Second)))
            .OrderBy(point => point.Radius).ToArray();
        double[] r = [.. points.Select(point => point.Radius)], w = [.. points.Select(point => point.Mass)];
        var below = 0.0;
        double[] levels = [.. w.Select(weight => (below += weight) - weight / 2)];
        return new([.. r], [.. w], levels);
    }

    /// <summary>∫ f dρ̄.</summary>
    public double Mean(Func<double, double> f)
    {
        var sum = 0.0;
        for (var j = 0; j < Radii.Length; j++)
            sum += Weights[j] * f(Radii[j]);
        return sum;
    }

    /// <summary>P(|w| ≤ r).</summary>
    public double Cumulative(double r)
    {
        if (_levels is null)
            return Radii.Zip(Weights).Where(atom => atom.First <= r).Sum(atom => atom.Second);
        if (r < Radii[0])
            return 0;
        if (r >= Radii[^1])
            return 1;
        if (_cumulative is not null)
            return Math.Clamp(_cumulative.Interpolate(r), 0, 1);
        return _levels[Radii.Count(radius => radius <= r) - 1];
    }

    /// <summary>The mean density over each of <paramref name="bins"/> equal bins of [low, high].</summary>
    public double[] Densities(double low, double high, int bins)
    {
        var width = (high - low) / bins;
        var levels = Enumerable.Range(0, bins + 1).Select(i => Cumulative(low + i * width)).ToArray();
        levels[0] = low <= 0 ? 0 : levels[0];
        return [.. Enumerable.Range(0, bins).Select(i => (levels[i + 1] - levels[i]) / width)];
    }

    /// <summary>Monotone cubic through the points; of several at one place (an atom) the highest level
    /// counts.</summary>
    private static CubicSpline? Interpolant(ImmutableArray<double> radii, double[] levels)
    {
        var distinct = radii.Zip(levels).GroupBy(point => point.First)
            .Select(group => (Radius: group.Key, Level: group.Max(point => point.Second))).ToArray();
        return distinct.Length < 3
            ? null
            : CubicSpline.InterpolatePchipSorted(
                [.. distinct.Select(point => point.Radius)], [.. distinct.Select(point => point.Level)]);
    }
}
