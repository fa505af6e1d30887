using MathNet.Numerics;

namespace MeanField.Theory.Radial;

/// <summary>The law of |w| at the start: a point, or a density on [Low, High].</summary>
public abstract record RadialStart(double Low, double High)
{
    /// <summary>w on a sphere, or w ~ N(0, κ²/d I) at d = ∞.</summary>
    public sealed record Point(double Radius) : RadialStart(Radius, Radius);

    /// <summary>w ~ N(0, κ²/d I): u² = |w|² d/(2κ²) ~ Gamma(d/2), cut at quantiles of negligible
    /// mass.</summary>
    public sealed record Gaussian : RadialStart
    {
        private const double Negligible = 1e-16;

        private readonly double _shape;
        private readonly double _unit;

        public Gaussian(double scale, int dimension)
            : base(0, 0)
        {
            _shape = dimension / 2.0;
            _unit = scale / Math.Sqrt(_shape);
            Low = _unit * Bisect(u => SpecialFunctions.GammaLowerRegularized(_shape, u * u) > Negligible);
            High = _unit * Bisect(u => SpecialFunctions.GammaUpperRegularized(_shape, u * u) < Negligible);
        }

        /// <summary>2 u^{d−1} e^{−u²}/Γ(d/2), per unit of |w|.</summary>
        public double Density(double radius)
        {
            var u = radius / _unit;
            var logarithm = (2 * _shape - 1) * Math.Log(u) - u * u - SpecialFunctions.GammaLn(_shape);
            return 2 * Math.Exp(logarithm) / _unit;
        }

        /// <summary>P(|w| ≤ radius).</summary>
        public double Level(double radius) =>
            SpecialFunctions.GammaLowerRegularized(_shape, radius * radius / (_unit * _unit));

        // the place where an increasing condition turns true
        private double Bisect(Func<double, bool> reached)
        {
            var (below, above) = (0.0, Math.Sqrt(_shape) + 20);
            for (var i = 0; i < 60; i++)
            {
                var middle = (below + above) / 2;
                (below, above) = reached(middle) ? (below, middle) : (middle, above);
            }
            return above;
        }
    }
}
