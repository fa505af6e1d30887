using MeanField.Theory.Integration;

namespace MeanField.Theory.Kernels;

/// <summary>K_pq = E σ^{(p)}(u) E(τ^{(q)}(v) | u) by equal steps in u, for a smooth σ.</summary>
/// <remarks>The inner mean is closed, or a second quadrature. Where v is a function of u and τ has corners,
/// the error is that of a corner, the square of the spacing.</remarks>
public sealed class ConditionalPair(Func<double, int, double> sigma, INormalMean tau, int nodes) : IPairKernel
{
    private readonly QuadratureRule _normal = GaussRules.NormalBySteps(nodes);

    public bool InClosedForm => false;

    public double Moment(in JointNormal law, int p, int q)
    {
        var (deviation, slope, remaining) = (Math.Sqrt(law.VarianceU), law.Slope, law.Remaining);
        if (deviation <= 0)
            return sigma(law.MeanU, p) * tau.Of(law.MeanV, law.VarianceV, q);
        var sum = 0.0;
        for (var k = 0; k < _normal.Count; k++)
        {
            var shift = deviation * _normal.Nodes[k];
            sum += _normal.Weights[k] * sigma(law.MeanU + shift, p)
                * tau.Of(law.MeanV + slope * shift, remaining, q);
        }
        return sum;
    }
}
