using MeanField.Theory.Activations;
using MeanField.Theory.Radial;

namespace MeanField.Theory.TwoNorms;

/// <summary>The two anisotropic Gaussians: Σ_± = (1 ± Δ)² on the signal's coordinates, 1 on the
/// rest.</summary>
/// <param name="Common">What it shares with the isotropic problem.</param>
/// <param name="SignalDimension">s₀, less than d; only γ = s₀/d matters at d = ∞, where it may be
/// 1.</param>
public sealed record TwoNormProblem(RadialProblem Common, int SignalDimension)
{
    public int RestDimension => Common.Dimension - SignalDimension;

    public TwoNormProblem AtInfiniteDimension() => this with { Common = Common.AtInfiniteDimension() };

    /// <summary>The dynamics, with more nodes for every integral, and a finer table, at every
    /// level.</summary>
    public TwoNormDynamics Dynamics(int level, double[] masses) =>
        new(Profile(level), Data(level), Common.OutputScale, Common.GradientFactor, Common.WeightDecay)
        {
            Masses = masses,
        };

    private TwoNormData Data(int level) => Common.InfiniteDimension
        ? TwoNormData.Infinite(Common.Separation)
        : TwoNormData.Finite(SignalDimension, RestDimension, Common.Separation, 8 + 3 * level);

    private IPairProfile Profile(int level)
    {
        var (amplitude, bias) = (Common.Amplitude, Common.Bias);
        if (Common.InfiniteDimension)
            return new NormalPair(Profiles.OfNormal(Common.Activation, amplitude, bias, 48 << level));
        var exact = HingeSum.Of(Common.Activation)?.Transformed(amplitude, bias) is { } hinges
            ? SpherePair.Bent(hinges, SignalDimension, RestDimension, 24 + 12 * level)
            : SpherePair.Smooth(
                Profiles.Shifted(Activation.Of(Common.Activation), amplitude, bias),
                SignalDimension,
                RestDimension,
                24 << level);
        return new DyadicPair(exact, splits: Math.Min(2 + level, 4));
    }
}
