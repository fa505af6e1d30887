namespace MeanField.Theory.TwoNorms;

/// <summary>A pair profile as polynomials of degree 5 in each variable, on cells that grow with S.</summary>
/// <remarks>
/// φ depends on t/S, so that its scale is S itself: every octave has equally many cells.
/// Both slopes are those of the polynomial: the dynamics are the exact gradient flow of what is read.
/// </remarks>
public sealed class DyadicPair(Func<double, double, double> exact, int splits) : IPairProfile
{
    private const int Points = 6;
    private const int LowestExponent = -6;
    private const int Octaves = 18;

    private static readonly double[] Places =
        [.. Enumerable.Range(0, Points).Select(k => Math.Cos(Math.PI * (2 * k + 1) / (2 * Points)))];

    private static readonly double[][] Monomials = [.. Places.Select(LagrangeCoefficients)];

    private readonly int _cells = CellsPerAxis(splits);
    private readonly double[]?[] _filled = new double[CellsPerAxis(splits) * CellsPerAxis(splits)][];

    public PairSlopes At(double signal, double rest)
    {
        var (first, second) = (CellOf(signal), CellOf(rest));
        var coefficients = _filled[first.Index * _cells + second.Index] ??= Fill(first, second);
        var (x, y) = (first.Local(signal), second.Local(rest));
        double value = 0, byFirst = 0, bySecond = 0;
        for (var i = Points - 1; i >= 0; i--)
        {
            double row = 0, slope = 0;
            for (var j = Points - 1; j >= 0; j--)
            {
                slope = slope * y + row;
                row = row * y + coefficients[i * Points + j];
            }
            byFirst = byFirst * x + value;
            value = value * x + row;
            bySecond = bySecond * x + slope;
        }
        return new(value, byFirst * 2 / first.Width, bySecond * 2 / second.Width);
    }

    // leading bits of the number itself: the exponent, then as many of the mantissa as there are splits
    private Cell CellOf(double s)
    {
        var lowest = Math.ScaleB(1, LowestExponent);
        if (s < lowest)
            return new(0, 0, lowest);
        var shift = 52 - splits;
        var leading = BitConverter.DoubleToInt64Bits(s) >> shift;
        var index = leading - (BitConverter.DoubleToInt64Bits(lowest) >> shift) + 1;
        if (!(index < _cells))
            throw new ReferenceToleranceException("the norms outgrow the profile's table", s, lowest);
        var low = BitConverter.Int64BitsToDouble(leading << shift);
        return new((int)index, low, BitConverter.Int64BitsToDouble((leading + 1) << shift) - low);
    }

    // c_ij = Σ_kl m_ki m_lj φ(x_k, y_l), m_k the monomial coefficients of the k-th Lagrange polynomial
    private double[] Fill(Cell first, Cell second)
    {
        var coefficients = new double[Points * Points];
        for (var k = 0; k < Points; k++)
            for (var l = 0; l < Points; l++)
            {
                var value = exact(first.Place(Places[k]), second.Place(Places[l]));
                for (var i = 0; i < Points; i++)
                    for (var j = 0; j < Points; j++)
                        coefficients[i * Points + j] += Monomials[k][i] * Monomials[l][j] * value;
            }
        return coefficients;
    }

    private static int CellsPerAxis(int splits) => (Octaves << splits) + 1;

    private static double[] LagrangeCoefficients(double place)
    {
        double[] product = [1, .. new double[Points - 1]];
        foreach (var root in Places.Where(other => other != place))
            for (var i = Points - 1; i >= 0; i--)
                product[i] = ((i > 0 ? product[i - 1] : 0) - root * product[i]) / (place - root);
        return product;
    }

    private readonly record struct Cell(int Index, double Low, double Width)
    {
        public double Local(double s) => 2 * (s - Low) / Width - 1;

        public double Place(double local) => Low + Width * (1 + local) / 2;
    }
}
