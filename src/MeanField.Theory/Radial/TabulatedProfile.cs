namespace MeanField.Theory.Radial;

/// <summary>A profile, interpolated to round-off from Chebyshev points in cells that are filled as they are
/// met.</summary>
/// <remarks>For profiles that are smooth on the scale of a cell: φ and φ′ are each read from their own
/// polynomial of
/// degree 9, a tenth of the price of the incomplete beta function.</remarks>
public sealed class TabulatedProfile(IProfile exact) : IProfile
{
    private readonly ChebyshevTable _values = new(exact.Value);
    private readonly ChebyshevTable _slopes = new(exact.Slope);

    public double Value(double s) => _values.Read(s);

    public double Slope(double s) => _slopes.Read(s);
}

/// <summary>A function on [0, ∞) as polynomials on equal cells.</summary>
internal sealed class ChebyshevTable(Func<double, double> function)
{
    private const int Points = 10;
    private const double CellsPerUnit = 8;
    private const int MostCells = 1 << 16;

    private static readonly double[] Places =
        [.. Enumerable.Range(0, Points).Select(k => Math.Cos(Math.PI * (2 * k + 1) / (2 * Points)))];

    private double[]?[] _cells = new double[256][];

    public double Read(double s)
    {
        var scaled = s * CellsPerUnit;
        if (!(scaled < MostCells))
            return function(s);
        var cell = (int)scaled;
        if (cell >= _cells.Length)
            Array.Resize(ref _cells, Math.Max(cell + 1, 2 * _cells.Length));
        return Clenshaw(_cells[cell] ??= Expand(cell), 2 * (scaled - cell) - 1);
    }

    // c_j = (2/n) Σ_k f(x_k) T_j(x_k) at the zeros x_k of T_n, with half of c_0
    private double[] Expand(int cell)
    {
        var samples = Places.Select(x => function((cell + (1 + x) / 2) / CellsPerUnit)).ToArray();
        return [.. Enumerable.Range(0, Points).Select(j => (j == 0 ? 1.0 : 2.0) / Points
            * samples.Select((f, k) => f * Math.Cos(Math.PI * j * (2 * k + 1) / (2 * Points))).Sum())];
    }

    private static double Clenshaw(double[] c, double x)
    {
        double b1 = 0, b2 = 0;
        for (var j = Points - 1; j > 0; j--)
            (b1, b2) = (2 * x * b1 - b2 + c[j], b1);
        return x * b1 - b2 + c[0];
    }
}
