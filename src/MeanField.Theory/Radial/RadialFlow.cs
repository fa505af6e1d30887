using MeanField.Theory.Integration;

namespace MeanField.Theory.Radial;

/// <summary>One numerical solution of the radial dynamics, moved forward in τ.</summary>
public sealed class RadialFlow
{
    // what a node of no mass may err, so that the law's tails stay in order
    private const double TailShare = 1e-4;

    private readonly AdaptiveIntegrator _integrator;
    private readonly double _resolution;

    /// <summary>Each level doubles the nodes and halves the steps: a local error goes with a step's fifth
    /// power.</summary>
    public RadialFlow(RadialProblem problem, int level, Func<double, double>? tilt = null)
    {
        _resolution = Math.ScaleB(1e-5, -3 * level);
        Norms = new CarriedNorms(problem.Start(), 4 << level, tilt);
        Dynamics = problem.Dynamics(24 << level);
        _integrator = new AdaptiveIntegrator(Dynamics.Velocity, Math.ScaleB(1e-5, -5 * level));
        Repopulate();
    }

    public RadialDynamics Dynamics { get; }

    public CarriedNorms Norms { get; }

    /// <summary>Steps tried so far.</summary>
    public int Attempts => _integrator.Attempts;

    public double Risk => Dynamics.Risk(Norms.Radii);

    public void Advance(double duration, CancellationToken cancellation)
    {
        for (var elapsed = 0.0; elapsed < duration;)
        {
            cancellation.ThrowIfCancellationRequested();
            var step = _integrator.Step(Norms.Radii, duration - elapsed);
            elapsed = step < duration - elapsed ? elapsed + step : duration;
            if (RadialDynamics.ClampToOrigin(Norms.Radii))
                _integrator.Forget();
            if (Norms.Refine(_resolution))
                Repopulate();
        }
    }

    private void Repopulate()
    {
        Dynamics.Masses = Norms.Masses;
        _integrator.Resize([.. Norms.Masses.Select(mass => mass + TailShare / Norms.Masses.Length)]);
    }
}
