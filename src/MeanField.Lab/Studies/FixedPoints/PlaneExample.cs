using MeanField.Theory.Integration;
using MeanField.Theory.Potentials;

namespace MeanField.Lab.Studies.FixedPoints;

/// <summary>Tanh neurons in the plane that learn y = c x₁ + c₁₂ x₁x₂ on the four corners of a
/// square.</summary>
internal sealed class PlaneExample
{
    public const double WeightDecay = 0.05;
    private const double Tolerance = 1e-12;
    private const int Dimension = 2;

    private readonly PopulationPotentials _potentials;

    public PlaneExample(double linear, double product) => _potentials = PopulationPotentials.Of(new()
    {
        Name = "square",
        Network = new()
        {
            Particles = 1,
            Activation = new TanhActivation(),
            Weights = new() { Initial = new GaussianWeights(1) },
            Bias = new() { Trained = true, Initial = new ConstantScalar(0.5) },
        },
        Data = new HypercubeData(Dimension, [[0], [0, 1]], [linear, product]),
        Training = new() { StepSize = 0.01, Horizon = 1, WeightDecay = WeightDecay },
    });

    /// <summary>D.</summary>
    public int Length => _potentials.ParameterLength;

    public MeanFieldPotential At(double[] neurons) =>
        _potentials.At(WeightedNeurons.Equal(Length, neurons));

    /// <summary>The noiseless flow dθ/dτ = −2∇Ψ_λ of N neurons, seen at the given times.</summary>
    public double[][] Follow(double[] neurons, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        var integrator = new AdaptiveIntegrator(Velocity, Tolerance);
        integrator.Resize([.. neurons.Select(_ => 1.0)]);
        var (state, elapsed) = ((double[])neurons.Clone(), 0.0);
        return [.. times.Select(time =>
        {
            integrator.Advance(state, time - elapsed, cancellation);
            elapsed = time;
            return (double[])state.Clone();
        })];
    }

    private void Velocity(ReadOnlySpan<double> state, Span<double> velocity)
    {
        var potential = At(state.ToArray());
        for (var i = 0; i < state.Length; i += Length)
        {
            var gradient = potential.Gradient(state.Slice(i, Length));
            for (var c = 0; c < Length; c++)
                velocity[i + c] = -2 * gradient[c];
        }
    }
}
