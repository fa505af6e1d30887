namespace MeanField.Theory.FokkerPlanck;

/// <summary>Finite volumes for the law of one weight, stepped by implicit Euler with the new law's
/// potential.</summary>
/// <remarks>
/// F = R/(2α) + (λ/g)∫θ²ρ + (κ/g)∫ρ log ρ, which is R/2 + (λ/2)∫θ²ρ − Ent/β for g = 2, α = 1 and κ = 2/β, is
/// convex in ρ, and the flux descends its derivative: F(new) ≤ F(old) whatever the step. Derived for this
/// project.
/// </remarks>
public sealed class LineFokkerPlanck
{
    private const int MostIterations = 200;
    private const double Settled = 1e-13;

    private readonly LineProblem _problem;
    private readonly LineGrid _grid;
    private readonly ScharfetterGummel _scheme;
    private readonly double[][] _values;
    private readonly double[] _potential;
    private double[] _next;

    public LineFokkerPlanck(LineProblem problem, LineGrid grid)
    {
        (_problem, _grid) = (problem, grid);
        _scheme = new ScharfetterGummel(grid.Cells, grid.Width, problem.Diffusion);
        _values = [.. Enumerable.Range(0, problem.Samples.Count).Select(ValuesOn)];
        (_potential, _next) = (new double[grid.Cells], new double[grid.Cells]);
        Masses = grid.Masses(problem.Start);
    }

    /// <summary>The mass of every cell.</summary>
    public double[] Masses { get; private set; }

    public double Risk => RiskOf(Outputs(Masses));

    /// <summary>F.</summary>
    public double FreeEnergy
    {
        get
        {
            double squares = 0, entropy = 0;
            for (var i = 0; i < _grid.Cells; i++)
            {
                squares += Masses[i] * _grid.Center(i) * _grid.Center(i);
                if (Masses[i] > 0)
                    entropy -= Masses[i] * Math.Log(Masses[i] / _grid.Width);
            }
            var heat = _problem.Diffusion * entropy;
            return Risk / (2 * _problem.OutputScale)
                + (_problem.WeightDecay * squares - heat) / _problem.GradientFactor;
        }
    }

    /// <summary>Moves the law over a duration of τ in one step.</summary>
    public void Step(double duration)
    {
        var outputs = Outputs(Masses);
        var (relaxation, previous) = (1.0, double.PositiveInfinity);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            SetPotential(outputs);
            _scheme.Step(_potential, duration, Masses, _next);
            var moved = Outputs(_next);
            var change = moved.Zip(outputs, (a, b) => Math.Abs(a - b)).Max();
            if (change <= Settled * (1 + outputs.Max(Math.Abs)))
            {
                (Masses, _next) = (_next, Masses);
                return;
            }
            // the answer falls as the outputs rise: a long step overshoots, and half the way does not
            relaxation = change > previous / 2 ? relaxation / 2 : relaxation;
            previous = change;
            outputs = [.. outputs.Zip(moved, (a, b) => a + relaxation * (b - a))];
        }
        throw new ReferenceToleranceException("the implicit step does not settle", duration, Settled);
    }

    private double[] ValuesOn(int sample) =>
        [.. Enumerable.Range(0, _grid.Cells).Select(
            i => _problem.Neuron.Value(_problem.Samples.Input(sample), [_grid.Center(i)]))];

    // f_k = α ∫ σ*(x_k; θ) ρ(dθ)
    private double[] Outputs(double[] masses) =>
        [.. _values.Select(values =>
        {
            var sum = 0.0;
            for (var i = 0; i < masses.Length; i++)
                sum += masses[i] * values[i];
            return _problem.OutputScale * sum;
        })];

    // Φ = g Σ_k q_k (f_k − y_k) σ*(x_k; θ) + λθ²
    private void SetPotential(double[] outputs)
    {
        for (var i = 0; i < _grid.Cells; i++)
            _potential[i] = _problem.WeightDecay * _grid.Center(i) * _grid.Center(i);
        for (var k = 0; k < _values.Length; k++)
        {
            var force = _problem.GradientFactor * _problem.Samples.Weights[k]
                * (outputs[k] - _problem.Samples.Targets[k]);
            for (var i = 0; i < _grid.Cells; i++)
                _potential[i] += force * _values[k][i];
        }
    }

    private double RiskOf(double[] outputs)
    {
        var risk = _problem.Samples.NoiseVariance;
        for (var k = 0; k < outputs.Length; k++)
            risk += _problem.Samples.Weights[k] * Math.Pow(_problem.Samples.Targets[k] - outputs[k], 2);
        return risk;
    }
}
