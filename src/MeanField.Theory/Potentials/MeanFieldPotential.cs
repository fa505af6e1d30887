using MathNet.Numerics.LinearAlgebra;

namespace MeanField.Theory.Potentials;

/// <summary>θ ↦ Ψ(θ; ρ) for one ρ.</summary>
public sealed class MeanFieldPotential
{
    private readonly IPotentials _terms;
    private readonly WeightedNeurons _law;
    private readonly IMeanInteraction _mean;
    private readonly double _outputScale;
    private readonly double _stiffness;

    internal MeanFieldPotential(
        IPotentials terms, WeightedNeurons law, double outputScale, double stiffness)
    {
        (_terms, _law, _outputScale, _stiffness) = (terms, law, outputScale, stiffness);
        _mean = terms.Against(law);
    }

    /// <summary>R(ρ).</summary>
    public double Risk
    {
        get
        {
            var risk = _terms.TargetSquare;
            for (var i = 0; i < _law.Count; i++)
            {
                var (external, mean) = (new Jet(_law.Length, 0), new Jet(_law.Length, 0));
                _terms.AddExternal(_law[i], 1, external);
                _mean.Add(_law[i], 1, mean);
                risk += _outputScale * _law.Masses[i] * (2 * external.Value + _outputScale * mean.Value);
            }
            return risk;
        }
    }

    /// <summary>Ψ(θ; ρ).</summary>
    public double Value(ReadOnlySpan<double> theta) => JetAt(theta, 0).Value;

    /// <summary>∇Ψ(θ; ρ).</summary>
    public double[] Gradient(ReadOnlySpan<double> theta) => JetAt(theta, 1).Gradient;

    /// <summary>∇²Ψ(θ; ρ), with ρ held.</summary>
    public Matrix<double> Hessian(ReadOnlySpan<double> theta) =>
        PopulationPotentials.AsMatrix(JetAt(theta, 2));

    private Jet JetAt(ReadOnlySpan<double> theta, int order)
    {
        var jet = new Jet(_terms.Layout.Length, order);
        _terms.AddExternal(theta, 1, jet);
        _mean.Add(theta, _outputScale, jet);
        for (var i = 0; i < theta.Length; i++)
        {
            jet.Value += _stiffness / 2 * theta[i] * theta[i];
            if (order >= 1)
                jet.Gradient[i] += _stiffness * theta[i];
            if (order >= 2)
                jet.Hessian[i * theta.Length + i] += _stiffness;
        }
        return jet;
    }
}
