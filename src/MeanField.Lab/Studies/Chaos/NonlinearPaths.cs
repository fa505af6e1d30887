using MeanField.Theory.Integration;
using MeanField.Theory.Radial;

namespace MeanField.Lab.Studies.Chaos;

/// <summary>The nonlinear dynamics θ̄: neurons of no mass, carried by the field of the limit law.</summary>
/// <remarks>
/// Under a rotation-invariant law θ̄_i stays on its ray, and its norm obeys dr/dτ = −2ψ′(r; ρ_τ). The law
/// itself is
/// carried by Gauss nodes of its initial norms.
/// </remarks>
internal sealed class NonlinearPaths
{
    private const int Panels = 8;
    private const int DataNodes = 24;

    private readonly RadialDynamics _dynamics;
    private readonly double[] _masses;
    private readonly int _nodes;
    private readonly double[] _state;

    public NonlinearPaths(RadialProblem problem, IReadOnlyList<double> norms)
    {
        var law = new CarriedNorms(problem.Start(), Panels);
        _nodes = law.Radii.Length;
        _masses = law.Masses;
        _state = [.. law.Radii, .. norms];
        _dynamics = problem.Dynamics(DataNodes);
    }

    /// <summary>|θ̄_i|.</summary>
    public ReadOnlySpan<double> Norms => _state.AsSpan(_nodes);

    /// <summary>R(ρ).</summary>
    public double Risk
    {
        get
        {
            _dynamics.Masses = _masses;
            return _dynamics.Risk(_state.AsSpan(0, _nodes));
        }
    }

    /// <summary>Moves law and neurons over a duration of τ = ∫ξ.</summary>
    public void Advance(double duration, int steps)
    {
        SetMasses(_state.Length);
        DormandPrince.Integrate(_dynamics.Velocity, _state, duration, steps);
    }

    /// <summary>−2ψ′(r; ρ) at any norms, under the law as it stands.</summary>
    public double[] Field(IReadOnlyList<double> norms)
    {
        double[] state = [.. _state.AsSpan(0, _nodes), .. norms];
        var velocity = new double[state.Length];
        SetMasses(state.Length);
        _dynamics.Velocity(state, velocity);
        return velocity[_nodes..];
    }

    private void SetMasses(int length)
    {
        if (_dynamics.Masses.Length != length)
            _dynamics.Masses = [.. _masses, .. new double[length - _nodes]];
    }
}
