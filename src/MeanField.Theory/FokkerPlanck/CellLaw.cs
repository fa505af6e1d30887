namespace MeanField.Theory.FokkerPlanck;

/// <summary>Finite volumes for the law of neurons, stepped by implicit Euler with the new law's
/// potential.</summary>
/// <remarks>
/// F = R/(2α) + (λ/g)∫|θ|²ρ + (κ/g)∫ρ log ρ, which is R/2 + (λ/2)∫|θ|²ρ − Ent/β for g = 2, α = 1 and κ =
/// 2/β, is
/// convex in ρ, and the flux descends its derivative: F(new) ≤ F(old) whatever the step. Derived for this
/// project.
/// </remarks>
public sealed class CellLaw
{
    private const int MostIterations = 60;
    private const double ShortestStep = 1e-9;
    private const double Settled = 1e-13;

    private readonly CellProblem _problem;
    private readonly double[] _shape;
    private readonly double[] _potential;
    private double[] _next;
    private double[] _drift;

    /// <param name="problem">The dynamics.</param>
    /// <param name="masses">Of every cell at the start.</param>
    public CellLaw(CellProblem problem, double[] masses)
    {
        (_problem, Masses) = (problem, masses);
        (_potential, _next) = (new double[masses.Length], new double[masses.Length]);
        _shape = [.. Enumerable.Range(0, masses.Length).Select(problem.Cells.LogVolume)];
        _drift = new double[problem.Modes.Targets.Length];
    }

    public CellProblem Problem => _problem;

    /// <summary>The mass of every cell.</summary>
    public double[] Masses { get; private set; }

    public double Risk => _problem.Risk(_problem.Outputs(Masses));

    /// <summary>F, up to a constant of the dimension in the radial variable.</summary>
    public double FreeEnergy
    {
        get
        {
            double squares = 0, entropy = 0;
            for (var i = 0; i < Masses.Length; i++)
            {
                squares += Masses[i] * _problem.Cells.Square(i);
                if (Masses[i] > 0)
                    entropy -= Masses[i] * (Math.Log(Masses[i]) - _shape[i]);
            }
            var heat = _problem.Diffusion * entropy;
            return Risk / (2 * _problem.OutputScale)
                + (_problem.WeightDecay * squares - heat) / _problem.GradientFactor;
        }
    }

    /// <summary>Moves the law over a duration of τ in one step; in two where the new outputs are not
    /// found.</summary>
    public void Step(double duration)
    {
        if (TryStep(duration))
            return;
        if (duration < ShortestStep)
            throw new ReferenceToleranceException("the implicit step does not settle", duration, Settled);
        Step(duration / 2);
        Step(duration / 2);
    }

    private bool TryStep(double duration)
    {
        var start = _problem.Outputs(Masses);
        // the outputs go on as they went in the last step
        double[] outputs = [.. start.Zip(_drift, (f, drift) => f + drift * duration)];
        var (relaxation, previous) = (1.0, double.PositiveInfinity);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            SetPotential(outputs);
            _problem.Cells.Diffuse(_potential, _problem.Diffusion, duration, Masses, _next);
            var moved = _problem.Outputs(_next);
            var change = moved.Zip(outputs, (a, b) => Math.Abs(a - b)).DefaultIfEmpty(0).Max();
            if (change <= Settled * (1 + outputs.Select(Math.Abs).DefaultIfEmpty(0).Max()))
            {
                (Masses, _next) = (_next, Masses);
                _drift = [.. moved.Zip(start, (a, b) => (a - b) / duration)];
                return true;
            }
            // the answer falls as the outputs rise: a long step overshoots, and half the way does not
            relaxation = change > previous / 2 ? relaxation / 2 : relaxation;
            previous = change;
            outputs = [.. outputs.Zip(moved, (a, b) => a + relaxation * (b - a))];
        }
        return false;
    }

    // Φ − κ log volume
    private void SetPotential(double[] outputs)
    {
        _problem.FillPotential(outputs, _potential);
        for (var i = 0; i < _potential.Length; i++)
            _potential[i] -= _problem.Diffusion * _shape[i];
    }
}
