using MeanField.Lab.Studies.Ensembles;
using MeanField.Theory;
using MeanField.Theory.Radial;

namespace MeanField.Lab.Studies.Chaos;

/// <summary>The three terms of the proof, neuron by neuron, along one run.</summary>
/// <remarks>
/// With G = −∇Ψ, [s] the last step's time and F_i a step's own gradient:
/// E₁ = ∫|ξ(s)G(θ̄ˢ; ρ_s) − ξ([s])G(θ̄^[s]; ρ_[s])| ds, E₂ = ∫ξ([s])|G(θ̄^[s]; ρ_[s]) − G(θᵏ; ρ_[s])| ds,
/// E₃ = |ε Σ ξ(kε)(F_i(θᵏ) − G(θᵏ; ρ_kε))|, and |θᵏ − θ̄| ≤ 2(E₁ + E₂ + E₃).
/// </remarks>
internal sealed class ProofTerms
{
    private readonly double[][] _starts;
    private readonly double[][] _drift;

    public ProofTerms(ExperimentSpec spec)
    {
        using var run = new ParticleRun(spec);
        _starts = [.. Rows(run)];
        _drift = [.. _starts.Select(w => new double[w.Length])];
        (First, Second) = (new double[_starts.Length], new double[_starts.Length]);
        var problem = RadialReference.ProblemOf(spec);
        Follow(run, new NonlinearPaths(problem, [.. _starts.Select(Coupling.Norm)]), spec.Training);
    }

    /// <summary>E₁ and E₂ at the horizon.</summary>
    public double[] First { get; }

    public double[] Second { get; }

    /// <summary>E₃ at the horizon.</summary>
    public double[] Third { get; private set; } = [];

    /// <summary>|θ − θ̄| at the horizon.</summary>
    public double[] Distances { get; private set; } = [];

    private static IEnumerable<double[]> Rows(ParticleRun run) =>
        run.Particles().Chunk(MainExample.Dimension);

    private void Follow(ParticleRun run, NonlinearPaths paths, TrainingSpec training)
    {
        var (neurons, step) = (_starts, training.StepSize);
        for (long k = 0; k < training.Steps; k++)
        {
            var (now, next) = (k * step, (k + 1) * step);
            var rate = ElapsedTime.Rate(training.Schedule, now);
            var before = Lengths(paths, [.. paths.Norms]);
            var lengths = Lengths(paths, [.. neurons.Select(Coupling.Norm)]);
            AddSecondAndDrift(neurons, before, lengths, rate * step);
            paths.Advance(
                ElapsedTime.At(training.Schedule, next) - ElapsedTime.At(training.Schedule, now), steps: 1);
            var after = Lengths(paths, [.. paths.Norms]);
            var nextRate = ElapsedTime.Rate(training.Schedule, next);
            // over a step the integrand grows evenly from 0, up to the square of the step
            for (var i = 0; i < First.Length; i++)
                First[i] += step * Math.Abs(nextRate * after[i] - rate * before[i]) / 2;
            run.AdvanceTo(k + 1);
            neurons = [.. Rows(run)];
        }
        Conclude(neurons, paths);
    }

    // G points along the ray; the paths' field is 2G
    private static double[] Lengths(NonlinearPaths paths, double[] norms) =>
        [.. paths.Field(norms).Select(v => v / 2)];

    private void AddSecondAndDrift(double[][] neurons, double[] twins, double[] lengths, double step)
    {
        for (var i = 0; i < neurons.Length; i++)
        {
            var (square, start, neuron) = (0.0, _starts[i], neurons[i]);
            var toTwin = step * twins[i] / Coupling.Norm(start);
            var toNeuron = step * lengths[i] / Coupling.Norm(neuron);
            for (var c = 0; c < start.Length; c++)
            {
                var drift = toNeuron * neuron[c];
                _drift[i][c] += drift;
                square += (toTwin * start[c] - drift) * (toTwin * start[c] - drift);
            }
            Second[i] += Math.Sqrt(square);
        }
    }

    private void Conclude(double[][] neurons, NonlinearPaths paths)
    {
        double[] carried = [.. paths.Norms];
        Third = [.. neurons.Select((w, i) =>
            Coupling.Norm([.. w.Select((value, c) => (value - _starts[i][c]) / 2 - _drift[i][c])]))];
        Distances = [.. neurons.Select((w, i) =>
        {
            var scale = carried[i] / Coupling.Norm(_starts[i]);
            return Coupling.Norm([.. w.Select((value, c) => value - scale * _starts[i][c])]);
        })];
    }
}
