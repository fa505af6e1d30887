using MeanField.Theory.Radial;

namespace MeanField.Theory.TwoNorms;

/// <summary>The pair profile at d = ∞: S₁G₁ + S₂G₂ is normal, so that φ = q(√(S₁² + S₂²)).</summary>
public sealed class NormalPair(IProfile normal) : IPairProfile
{
    public PairSlopes At(double signal, double rest)
    {
        var s = Math.Sqrt(signal * signal + rest * rest);
        var slope = s > 0 ? normal.Slope(s) / s : 0;
        return new(normal.Value(s), slope * signal, slope * rest);
    }
}
