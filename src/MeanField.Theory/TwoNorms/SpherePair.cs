using MeanField.Theory.Activations;
using MeanField.Theory.Integration;
using MeanField.Theory.Radial;

namespace MeanField.Theory.TwoNorms;

/// <summary>φ(S₁, S₂) at finite dimensions, by integrals over one or both coordinates.</summary>
public static class SpherePair
{
    /// <summary>Product rule over both coordinates: for smooth σ.</summary>
    public static Func<double, double, double> Smooth(
        ScalarFunction activation, int signalDimension, int restDimension, int nodes)
    {
        var first = GaussRules.SphereCoordinate(signalDimension, nodes).Pruned();
        var second = GaussRules.SphereCoordinate(restDimension, nodes).Pruned();
        return (signal, rest) => first.Integrate(
            omega => second.Integrate(other => activation.Value(signal * omega + rest * other)));
    }

    /// <summary>Piecewise linear σ: closed in the coordinate that spreads further, a Gauss rule over the
    /// other.</summary>
    /// <remarks>Given ω_b, E(S_a ω_a − u)₊ with u = t − S_b ω_b varies with u on the scale S_a/√d_a, which is
    /// then no smaller than the spread of S_b ω_b: few nodes suffice.</remarks>
    public static Func<double, double, double> Bent(
        HingeSum sum, int signalDimension, int restDimension, int nodes)
    {
        var signalHinge = new UnitHinge(signalDimension);
        var restHinge = new UnitHinge(restDimension);
        var signalRule = GaussRules.SphereCoordinate(signalDimension, nodes).Pruned();
        var restRule = GaussRules.SphereCoordinate(restDimension, nodes).Pruned();
        // a coordinate that is ±1 is summed over
        bool SpreadsFurther(double signal, double rest) => restDimension == 1
            || (signalDimension > 1 && signal * signal * restDimension >= rest * rest * signalDimension);
        return (signal, rest) => SpreadsFurther(signal, rest)
            ? Mean(sum, signalHinge, signal, restRule, rest)
            : Mean(sum, restHinge, rest, signalRule, signal);
    }

    private static double Mean(
        HingeSum sum, UnitHinge hinge, double wide, QuadratureRule rule, double narrow)
    {
        var mean = sum.Base;
        for (var k = 0; k < sum.Knots.Length; k++)
            for (var i = 0; i < rule.Count; i++)
                mean += sum.Turns[k] * rule.Weights[i]
                    * hinge.Mean(wide, sum.Knots[k] - narrow * rule.Nodes[i]);
        return mean;
    }

    /// <summary>E(Sω − u)₊ = S g(u/S), g(z) = h(z) − z T(z), read from a table where g is smooth.</summary>
    private sealed class UnitHinge
    {
        private const int SmoothFrom = 12;

        private readonly Func<double, double> _hinge;

        public UnitHinge(int dimension)
        {
            var sphere = new SphereTail(dimension);
            double Exact(double z) => sphere.FirstMoment(z) - z * sphere.Tail(z);
            var scale = Math.Sqrt(dimension);
            var table = new ChebyshevTable(v => Exact(Math.Min(v / scale, 1)));
            _hinge = dimension < SmoothFrom ? Exact : z => table.Read(z * scale);
        }

        // (−u)₊ + E(Sω − |u|)₊ by the symmetry of ω
        public double Mean(double s, double u)
        {
            var size = Math.Abs(u);
            return Math.Max(-u, 0) + (size < s ? s * _hinge(size / s) : 0);
        }
    }
}
