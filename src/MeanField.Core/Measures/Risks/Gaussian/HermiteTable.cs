namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>g_i E f_i(X) he_n(X) for all ridges i and orders n, and g_i² E f_i(X)².</summary>
internal sealed class HermiteTable
{
    /// <summary>Beyond this the series at correlation 0.925 is below 10⁻⁹ of its first terms.</summary>
    private const int KinkTerms = 256;

    public HermiteTable(ReadOnlySpan<Ridge> ridges, RidgeTable table)
    {
        Squares = new double[table.Count];
        var smooth = Enumerable.Range(0, table.Count).Where(i => table.Kinks[i] is null).ToArray();
        var quadrature = new HermiteQuadrature(ridges, table.Lengths, smooth);
        Terms = smooth.Length < table.Count ? Math.Max(KinkTerms, quadrature.Terms) : quadrature.Terms;
        Coefficients = new double[Terms * table.Padded];
        quadrature.CopyTo(Coefficients, table.Padded, Squares);
        for (var i = 0; i < table.Count; i++)
        {
            if (table.Kinks[i] is not { } kinks)
                continue;
            var factor = ridges[i].Coefficient;
            KinkHermite.Add(kinks, factor, Coefficients.AsSpan(i), table.Padded, Terms);
            Squares[i] = factor * factor * kinks.SecondMoment();
        }
    }

    /// <summary>Orders n = 0 … Terms − 1.</summary>
    public int Terms { get; }

    /// <summary>Order-major: order n of ridge i at n · padded + i.</summary>
    public double[] Coefficients { get; }

    /// <summary>g_i² E f_i(X)².</summary>
    public double[] Squares { get; }
}
