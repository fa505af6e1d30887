using MeanField.Core.Data;
using MeanField.Core.Specification;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>A function of one number, with its kinks where it is piecewise linear.</summary>
internal sealed class RidgeFunction(ActivationSpec activation)
{
    public Func<double, double> Value { get; } = ScalarActivation.Of(activation);

    public KinkForm? Kinks { get; } = KinkForm.Of(activation);
}

/// <summary>g · f(⟨w, x⟩ + b): a neuron of the network or of the target.</summary>
/// <param name="Coefficient">g.</param>
/// <param name="Function">f.</param>
/// <param name="Weights">w.</param>
/// <param name="Bias">b.</param>
internal readonly record struct Ridge(
    double Coefficient, RidgeFunction Function, ReadOnlyMemory<double> Weights, double Bias);
