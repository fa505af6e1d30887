namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>
/// he_{n+1} = (x he_n − √n he_{n−1})/√(n+1) for the normalised Hermite polynomials he_n = He_n/√n!.
/// </summary>
internal static class HermiteRecurrence
{
    /// <summary>Orders of any expansion stay below this.</summary>
    public const int Orders = 512;

    private static readonly double[] Roots = [.. Enumerable.Range(0, Orders + 1).Select(n => Math.Sqrt(n))];
    private static readonly double[] Inverses = Array.ConvertAll(Roots, root => 1 / root);

    /// <summary>he_{n+1}(x), or a multiple of it, from the same multiple of he_n and he_{n−1}.</summary>
    public static double Next(int n, double x, double current, double before) =>
        (x * current - Roots[n] * before) * Inverses[n + 1];

    /// <summary>1/√(n(n − 1)).</summary>
    public static double TwiceIntegrated(int n) => Inverses[n] * Inverses[n - 1];
}
