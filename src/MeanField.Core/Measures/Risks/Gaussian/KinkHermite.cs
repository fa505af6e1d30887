namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>Hermite coefficients of piecewise linear functions of X ~ N(0, 1), in closed form.</summary>
/// <remarks>
/// With he_n = He_n/√n!: E(X−s)₊ he_0 = φ(s) − sQ(s), E(X−s)₊ he_1 = Q(s), and by two integrations by parts
/// E(X−s)₊ he_n = φ(s) he_{n−2}(s)/√(n(n−1)).
/// </remarks>
internal static class KinkHermite
{
    /// <summary>Adds factor · E f(X) he_n(X) to coefficients[n · stride].</summary>
    public static void Add(KinkForm f, double factor, Span<double> coefficients, int stride, int terms)
    {
        coefficients[0] += factor * f.Constant;
        coefficients[stride] += factor * f.Slope;
        for (var k = 0; k < f.Places.Length; k++)
        {
            var (s, change) = (f.Places[k], factor * f.Changes[k]);
            coefficients[0] += change * NormalLaw.Excess(s);
            coefficients[stride] += change * NormalLaw.Tail(s);
            // carried with the density, so that large s underflows and does not overflow
            var (before, current) = (0.0, NormalLaw.Density(s));
            for (var n = 2; n < terms; n++)
            {
                coefficients[n * stride] += change * current / Math.Sqrt((double)n * (n - 1));
                (before, current) =
                    (current, (s * current - Math.Sqrt(n - 2) * before) / Math.Sqrt(n - 1));
            }
        }
    }

    /// <summary>E f(X)².</summary>
    public static double SecondMoment(KinkForm f)
    {
        var sum = f.Constant * f.Constant + f.Slope * f.Slope;
        for (var k = 0; k < f.Places.Length; k++)
        {
            var linear = f.Constant * NormalLaw.Excess(f.Places[k]) + f.Slope * NormalLaw.Tail(f.Places[k]);
            sum += 2 * f.Changes[k] * linear;
            for (var l = 0; l < f.Places.Length; l++)
                sum += f.Changes[k] * f.Changes[l] * NormalLaw.ExcessProduct(f.Places[k], f.Places[l]);
        }
        return sum;
    }
}
