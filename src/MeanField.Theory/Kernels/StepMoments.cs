using MathNet.Numerics;

namespace MeanField.Theory.Kernels;

/// <summary>Means of the steps h₋₁(t) = t₊, h₀ = 1(t > 0), h₁ = δ, h₂ = δ′, … under normal laws, in closed
/// form.</summary>
/// <remarks>
/// Derivatives in the mean raise a step by one. For p ≥ 1, with p₁ the density of u at 0 and γ the slope of
/// E(v | u): E h_p(u)h_q(v) = ∂^{p−1}[p₁ E(h_q(v) | u = 0)]; the rest follows by Stein's E u f = m E f + …
/// from P(u > 0, v > 0), which is Owen's (1956, (2.1)). Where a point mass sits on a corner,
/// h₀ counts as ½ and what is steeper as 0. Derived for this project.
/// </remarks>
public static class StepMoments
{
    /// <summary>E h_level(v), v ~ N(mean, variance).</summary>
    public static double Mean(int level, double mean, double variance)
    {
        if (variance <= 0)
            return level < 0 ? Math.Max(mean, 0) : level == 0 ? (1 + Math.Sign(mean)) / 2.0 : 0;
        var deviation = Math.Sqrt(variance);
        var z = mean / deviation;
        return level switch
        {
            < 0 => deviation * Density(z) + mean * Cumulative(z),
            0 => Cumulative(z),
            _ => Derivative(level - 1, z, deviation) / deviation,
        };
    }

    /// <summary>E h_p(u) h_q(v), p, q ≥ −1.</summary>
    public static double Mean(in JointNormal law, int p, int q)
    {
        if (p < q)
            return Mean(law.Swapped, q, p);
        if (p >= 1)
            return AtCorner(law, p, q);
        if (p == 0)
            return q == 0
                ? Quadrant(law)
                : law.MeanV * Mean(law, 0, 0) + law.Covariance * Mean(law, 1, 0)
                    + law.VarianceV * Mean(law, 0, 1);
        return law.MeanU * Mean(law, 0, -1) + law.VarianceU * Mean(law, 1, -1)
            + law.Covariance * Mean(law, 0, 0);
    }

    private static double AtCorner(in JointNormal law, int p, int q)
    {
        if (law.VarianceU <= 0)
            return 0;
        var deviation = Math.Sqrt(law.VarianceU);
        var (slope, remaining) = (law.Slope, law.Remaining);
        var mean = law.MeanV - slope * law.MeanU;
        // two numbers that are one have their corner in one place, not a rounding apart
        if (remaining <= 0 && Math.Abs(mean) < 1e-12 * (Math.Abs(law.MeanV) + Math.Sqrt(law.VarianceV)))
            mean = 0;
        double sum = 0, factor = 1;
        for (var j = 0; j < p; j++)
        {
            sum += factor * Derivative(p - 1 - j, law.MeanU / deviation, deviation)
                * Mean(q + j, mean, remaining);
            factor *= -slope * (p - 1 - j) / (j + 1);
        }
        return sum / deviation;
    }

    // P(u > 0, v > 0) = ½Φ(h) + ½Φ(k) − T(h, a_h) − T(k, a_k) − (½ where h and k have opposite signs)
    private static double Quadrant(in JointNormal law)
    {
        if (law.VarianceU <= 0 || law.VarianceV <= 0)
            return Mean(0, law.MeanU, law.VarianceU) * Mean(0, law.MeanV, law.VarianceV);
        var h = law.MeanU / Math.Sqrt(law.VarianceU);
        var k = law.MeanV / Math.Sqrt(law.VarianceV);
        var correlation = law.Covariance / Math.Sqrt(law.VarianceU * law.VarianceV);
        if (h == 0 && k == 0)
            return 0.25 + Math.Asin(Math.Clamp(correlation, -1, 1)) / (2 * Math.PI);
        if (law.Remaining <= 0)
            return correlation > 0 ? Cumulative(Math.Min(h, k)) : Math.Max(Cumulative(h) - Cumulative(-k), 0);
        var open = Math.Sqrt(law.Remaining / law.VarianceV);
        var outside = h * k > 0 || (h * k == 0 && h + k >= 0) ? 0 : 0.5;
        var chance = (Cumulative(h) + Cumulative(k)) / 2
            - OwenT.Of(h, Ratio(h, k, correlation, open))
            - OwenT.Of(k, Ratio(k, h, correlation, open)) - outside;
        return Math.Clamp(chance, 0, 1);
    }

    // a_h = (k/h − r)/√(1 − r²)
    private static double Ratio(double h, double k, double correlation, double open)
    {
        var over = h == 0 ? double.CopySign(double.PositiveInfinity, k) : k / h - correlation;
        return over == 0 ? 0 : over / open;
    }

    // the n-th derivative of the normal density: (−1)ⁿ He_n(z) φ(z), per unit of the mean
    private static double Derivative(int n, double z, double deviation)
    {
        var (previous, current) = (0.0, 1.0);
        for (var k = 0; k < n; k++)
            (previous, current) = (current, z * current - k * previous);
        return current * Density(z) / Math.Pow(-deviation, n);
    }

    private static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    private static double Cumulative(double z) => SpecialFunctions.Erfc(-z / Math.Sqrt(2)) / 2;
}
