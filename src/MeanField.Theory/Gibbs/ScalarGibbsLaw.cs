using MathNet.Numerics.RootFinding;
using MeanField.Theory.Activations;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Gibbs;

/// <summary>The fixed point ρ* ∝ exp(−βΨ_λ(·; ρ*)) of noisy dynamics in one dimension, for one constant
/// sample.</summary>
/// <remarks>
/// σ* = σ(θx): Ψ_λ(θ; ρ) = (m − y) σ(θx) + λθ²/2 with m = ∫σ(θx)ρ, so the law is known once m is, and m
/// solves
/// m = ∫ σ(θx) exp(−β[λθ²/2 + (m − y)σ(θx)]) dθ / Z(m), whose right side falls as m grows: one solution.
/// </remarks>
public sealed class ScalarGibbsLaw
{
    private const int Nodes = 4000;
    private const double Deviations = 14;

    private readonly Func<double, double> _output;
    private readonly double _target;
    private readonly double _beta;
    private readonly double _lambda;
    private readonly QuadratureRule _line;

    /// <param name="activation">A bounded σ.</param>
    /// <param name="x">The input.</param>
    /// <param name="target">y.</param>
    /// <param name="inverseTemperature">β of the PDE-consistent noise; twice that of the printed
    /// noise.</param>
    /// <param name="weightDecay">λ > 0.</param>
    public ScalarGibbsLaw(
        ActivationSpec activation, double x, double target, double inverseTemperature, double weightDecay)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inverseTemperature);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weightDecay);
        var sigma = Activation.Of(activation).Value;
        (_output, _target) = (theta => sigma(theta * x), target);
        (_beta, _lambda) = (inverseTemperature, weightDecay);
        // the quadratic part alone has deviation 1/√(βλ); a bounded output shifts the mass by O(1) at most
        var reach = Deviations / Math.Sqrt(_beta * _lambda) + 2 * Math.Abs(x) / _lambda;
        var nodes = Enumerable.Range(0, Nodes).Select(k => reach * (2 * k + 1 - Nodes) / Nodes).ToArray();
        _line = new QuadratureRule(nodes, [.. nodes.Select(_ => 2 * reach / Nodes)]);
        var bound = _line.Nodes.Max(theta => Math.Abs(_output(theta)));
        MeanOutput = Brent.FindRoot(m => MeanGiven(_output, m) - m, -bound - 1, bound + 1, 1e-13, 200);
    }

    /// <summary>m = ∫σ* dρ*.</summary>
    public double MeanOutput { get; }

    /// <summary>(y − m)².</summary>
    public double Risk => (_target - MeanOutput) * (_target - MeanOutput);

    /// <summary>ρ*(θ).</summary>
    public double Density(double theta)
    {
        var lowest = Lowest(MeanOutput);
        return Math.Exp(lowest - Energy(theta, MeanOutput))
            / _line.Integrate(t => Math.Exp(lowest - Energy(t, MeanOutput)));
    }

    /// <summary>∫ f dρ*.</summary>
    public double Mean(Func<double, double> f) => MeanGiven(f, MeanOutput);

    private double MeanGiven(Func<double, double> f, double m)
    {
        var lowest = Lowest(m);
        var (mean, mass) = (0.0, 0.0);
        for (var i = 0; i < _line.Count; i++)
        {
            var weight = Math.Exp(lowest - Energy(_line.Nodes[i], m));
            (mean, mass) = (mean + f(_line.Nodes[i]) * weight, mass + weight);
        }
        return mean / mass;
    }

    // what keeps e^{−E} from overflowing where β is large
    private double Lowest(double m) => _line.Nodes.Min(theta => Energy(theta, m));

    private double Energy(double theta, double m) =>
        _beta * (_lambda * theta * theta / 2 + (m - _target) * _output(theta));
}
