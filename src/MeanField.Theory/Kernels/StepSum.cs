using MeanField.Theory.Activations;

namespace MeanField.Theory.Kernels;

/// <summary>σ(t) = base + Σ_k turns_k E h_level(t − knots_k + g), g ~ N(0, blur): piecewise linear functions
/// (level −1, blur 0) and erf(t/√2) = 2Φ(t) − 1 (level 0, blur 1).</summary>
public sealed record StepSum(double Base, double[] Knots, double[] Turns, int Level, double Blur)
    : INormalMean
{
    public bool InClosedForm => true;

    /// <summary>The activation as such a sum; null where it is none.</summary>
    public static StepSum? Of(ActivationSpec spec) => spec is ErfActivation
        ? new StepSum(-1, [0], [2], Level: 0, Blur: 1)
        : HingeSum.Of(spec) is { } hinges
            ? new StepSum(hinges.Base, hinges.Knots, hinges.Turns, Level: -1, Blur: 0)
            : null;

    public double Of(double mean, double variance, int derivative)
    {
        var sum = derivative == 0 ? Base : 0;
        for (var k = 0; k < Knots.Length; k++)
            sum += Turns[k] * StepMoments.Mean(Level + derivative, mean - Knots[k], variance + Blur);
        return sum;
    }
}
