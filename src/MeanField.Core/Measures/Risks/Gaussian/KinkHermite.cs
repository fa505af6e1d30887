namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>Hermite coefficients of piecewise linear functions of X ~ N(0, 1), in closed form.</summary>
/// <remarks>
/// E f he_0 and E f he_1 are the mean and the mean slope; beyond, by two integrations by parts,
/// E(X−s)₊ he_n = φ(s) he_{n−2}(s)/√(n(n−1)).
/// </remarks>
internal static class KinkHermite
{
    /// <summary>Adds factor · E f(X) he_n(X) to coefficients[n · stride].</summary>
    public static void Add(KinkedNormal f, double factor, Span<double> coefficients, int stride, int terms)
    {
        coefficients[0] += factor * f.Mean;
        coefficients[stride] += factor * f.Gradient;
        for (var k = 0; k < f.Places.Length; k++)
        {
            var change = factor * f.Changes[k];
            // carried with the density, so that large s underflows and does not overflow
            var (before, current) = (0.0, f.Densities[k]);
            for (var n = 2; n < terms; n++)
            {
                coefficients[n * stride] += change * current * HermiteRecurrence.TwiceIntegrated(n);
                (before, current) = (current, HermiteRecurrence.Next(n - 2, f.Places[k], current, before));
            }
        }
    }
}
