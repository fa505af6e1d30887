using MeanField.Theory.Integration;

namespace MeanField.Theory.Kernels;

/// <summary>E σ^{(n)}(u) of a smooth σ by equal steps: the error falls like exp(−c·nodes).</summary>
public sealed class SmoothMean(Func<double, int, double> sigma, int nodes) : INormalMean
{
    private readonly QuadratureRule _normal = GaussRules.NormalBySteps(nodes);

    public bool InClosedForm => false;

    public double Of(double mean, double variance, int derivative)
    {
        if (variance <= 0)
            return sigma(mean, derivative);
        var (deviation, sum) = (Math.Sqrt(variance), 0.0);
        for (var k = 0; k < _normal.Count; k++)
            sum += _normal.Weights[k] * sigma(mean + deviation * _normal.Nodes[k], derivative);
        return sum;
    }
}
