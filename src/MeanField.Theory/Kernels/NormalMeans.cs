using MeanField.Theory.Activations;

namespace MeanField.Theory.Kernels;

/// <summary>Means of the activations under normal laws.</summary>
public static class NormalMeans
{
    public static INormalMean Of(ActivationSpec spec, int nodes) => StepSum.Of(spec) is { } steps
        ? steps
        : spec is SineActivation
            ? new SineMean()
            : PolynomialMean.Of(spec) is { } polynomial
                ? polynomial
                : new SmoothMean(ActivationDerivatives.Of(spec)!, nodes);

    /// <summary>E sin⁽ⁿ⁾(u) = e^{−c/2} sin(m + nπ/2).</summary>
    private sealed class SineMean : INormalMean
    {
        public bool InClosedForm => true;

        public double Of(double mean, double variance, int derivative) =>
            Math.Exp(-variance / 2) * Math.Sin(mean + derivative * Math.PI / 2);
    }
}
