using MathNet.Numerics;

namespace MeanField.Theory.Radial;

/// <summary>What lies beyond z of one coordinate ω of Unif(S^{d−1}), d ≥ 2, −1 ≤ z ≤ 1.</summary>
public sealed class SphereTail(int dimension)
{
    private readonly double _density = Math.Exp(
        SpecialFunctions.GammaLn(dimension / 2.0) - SpecialFunctions.GammaLn((dimension - 1) / 2.0))
        / Math.Sqrt(Math.PI);

    /// <summary>h(z) = E[ω; ω > z], which vanishes at both ends.</summary>
    public double FirstMoment(double z) =>
        _density * Math.Pow((1 - z) * (1 + z), (dimension - 1) / 2.0) / (dimension - 1);

    /// <summary>T(z) = P(ω > z).</summary>
    public double Tail(double z) => z < 0 ? 1 - UpperTail(-z) : UpperTail(z);

    private double UpperTail(double z)
    {
        if (z >= 1)
            return 0;
        return dimension < 12
            ? TailByRecursion(z)
            : SpecialFunctions.BetaRegularized((dimension - 1) / 2.0, 0.5, (1 - z) * (1 + z)) / 2;
    }

    // integrating by parts, T_{d+2} = T_d − z h_d and h_{d+2} = h_d (1 − z²) d/(d + 1)
    private double TailByRecursion(double z)
    {
        var square = (1 - z) * (1 + z);
        var (d, tail, first) = dimension % 2 == 0
            ? (2, Math.Acos(z) / Math.PI, Math.Sqrt(square) / Math.PI)
            : (3, (1 - z) / 2, square / 4);
        for (; d < dimension; d += 2)
        {
            tail -= z * first;
            first *= square * d / (d + 1);
        }
        return tail;
    }
}
