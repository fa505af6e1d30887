using MeanField.Theory.Activations;

namespace MeanField.Theory.Kernels;

/// <summary>Kernels of two activations: closed where there is a form, else by quadrature.</summary>
public static class PairKernels
{
    /// <param name="first">σ.</param>
    /// <param name="second">τ.</param>
    /// <param name="nodes">Per dimension, where quadrature is needed.</param>
    public static IPairKernel Of(ActivationSpec first, ActivationSpec second, int nodes = 64)
    {
        var (sigma, tau) = (NormalMeans.Of(first, nodes), NormalMeans.Of(second, nodes));
        return (sigma, tau) switch
        {
            (StepSum a, StepSum b) => new StepPair(a, b),
            ({ InClosedForm: true }, PolynomialMean b) => new PolynomialPair(sigma, b),
            (PolynomialMean a, { InClosedForm: true }) => new SwappedPair(new PolynomialPair(tau, a)),
            _ when first is SineActivation && second is SineActivation => new SinePair(),
            _ => ByQuadrature(first, second, nodes),
        };
    }

    /// <summary>τ = 1: K_p0 = E σ^{(p)}(u).</summary>
    public static IPairKernel Alone(ActivationSpec activation, int nodes = 64) =>
        new PolynomialPair(NormalMeans.Of(activation, nodes), new PolynomialMean([1]));

    /// <summary>By quadrature over one number, or over both, whether or not there is a closed form.</summary>
    public static IPairKernel ByQuadrature(ActivationSpec first, ActivationSpec second, int nodes)
    {
        if (ActivationDerivatives.Of(first) is { } smooth)
            return new ConditionalPair(smooth, NormalMeans.Of(second, nodes), nodes);
        if (ActivationDerivatives.Of(second) is { } other)
            return new SwappedPair(new ConditionalPair(other, NormalMeans.Of(first, nodes), nodes));
        throw new NotSupportedException("two functions with corners have a closed form and no quadrature");
    }

    private sealed class SwappedPair(IPairKernel kernel) : IPairKernel
    {
        public bool InClosedForm => kernel.InClosedForm;

        public double Moment(in JointNormal law, int p, int q) => kernel.Moment(law.Swapped, q, p);
    }
}
