using MathNet.Numerics.LinearAlgebra;

namespace MeanField.Theory.Potentials;

/// <summary>V, U, Ψ, R(ρ) and the derivatives of an experiment's data law and network.</summary>
/// <remarks>θ is a row of D numbers: w₁…w_d, then a and b where they are trained (or frozen at different
/// values). Ψ = V + α∫U dρ + (λ/g)|θ|², which is (λ/2)|θ|² for the gradient factor g = 2;
/// R(ρ) = R_# + 2α∫V dρ + α²∫∫U dρ dρ.</remarks>
public sealed class PopulationPotentials
{
    private readonly IPotentials _terms;
    private readonly ExperimentSpec _spec;

    internal PopulationPotentials(IPotentials terms, ExperimentSpec spec, string method, double error) =>
        (_terms, _spec, Method, Error) = (terms, spec, method, error);

    /// <summary>How the means over the data are taken.</summary>
    public string Method { get; }

    /// <summary>Of V and U at neurons of the start: 0 for closed forms and finite laws, the change under more
    /// nodes for quadrature, the standard error over independent shifts for a sample.</summary>
    public double Error { get; }

    /// <summary>D.</summary>
    public int ParameterLength => _terms.Layout.Length;

    /// <summary>R_# = E y².</summary>
    public double TargetSquare => _terms.TargetSquare;

    /// <summary>By the best method that the law has.</summary>
    public static PopulationPotentials Of(ExperimentSpec spec) => PotentialMethods.Best(spec);

    /// <summary>V(θ).</summary>
    public double External(ReadOnlySpan<double> theta) => ExternalJet(theta, 0).Value;

    /// <summary>∇V(θ).</summary>
    public double[] ExternalGradient(ReadOnlySpan<double> theta) => ExternalJet(theta, 1).Gradient;

    /// <summary>∇²V(θ).</summary>
    public Matrix<double> ExternalHessian(ReadOnlySpan<double> theta) =>
        AsMatrix(ExternalJet(theta, 2));

    /// <summary>U(θ, θ′).</summary>
    public double Interaction(ReadOnlySpan<double> theta, ReadOnlySpan<double> other) =>
        InteractionJet(theta, other, 0).Value;

    /// <summary>∇_θ U(θ, θ′).</summary>
    public double[] InteractionGradient(ReadOnlySpan<double> theta, ReadOnlySpan<double> other) =>
        InteractionJet(theta, other, 1).Gradient;

    /// <summary>∇²_θ U(θ, θ′).</summary>
    public Matrix<double> InteractionHessian(ReadOnlySpan<double> theta, ReadOnlySpan<double> other) =>
        AsMatrix(InteractionJet(theta, other, 2));

    /// <summary>θ ↦ Ψ(θ; ρ).</summary>
    public MeanFieldPotential At(WeightedNeurons law) => new(
        _terms,
        law,
        _spec.Network.OutputScale,
        2 * _spec.Training.WeightDecay / _spec.Training.GradientFactor);

    /// <summary>R(ρ).</summary>
    public double Risk(WeightedNeurons law) => At(law).Risk;

    internal static Matrix<double> AsMatrix(Jet jet) => Matrix<double>.Build.Dense(
        jet.Gradient.Length, jet.Gradient.Length, jet.Hessian);

    private Jet ExternalJet(ReadOnlySpan<double> theta, int order)
    {
        var jet = new Jet(ParameterLength, order);
        _terms.AddExternal(theta, 1, jet);
        return jet;
    }

    private Jet InteractionJet(ReadOnlySpan<double> theta, ReadOnlySpan<double> other, int order)
    {
        var jet = new Jet(ParameterLength, order);
        _terms.AddInteraction(theta, other, 1, jet);
        return jet;
    }
}
