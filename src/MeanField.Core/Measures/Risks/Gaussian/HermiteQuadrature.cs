using MeanField.Core.Numerics;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>
/// Hermite coefficients of smooth functions of X ~ N(0, 1) by the trapezoidal rule, which for analytic
/// integrands against a Gaussian converges exponentially; as many orders as the squared norms still lack.
/// </summary>
internal sealed class HermiteQuadrature
{
    private const int MaximumHalf = 1024;
    private const int CheckedEvery = 16;

    /// <summary>he_n(x) φ(x) is below 10⁻¹⁵ beyond this x at every order used.</summary>
    private const double Reach = 12;

    /// <summary>Of (Σ |g| ‖f‖)², what the dropped orders may hold together.</summary>
    private const double Tolerance = 1e-12;

    private readonly int[] _ridges;
    private readonly double[] _coefficients;
    private readonly double[] _places;
    private readonly double[] _weights;
    private readonly double[][] _values;
    private readonly double[] _squares;
    private readonly List<double[]> _orders = [];

    public HermiteQuadrature(ReadOnlySpan<Ridge> all, double[] lengths, int[] ridges)
    {
        _ridges = ridges;
        _coefficients = new double[ridges.Length];
        (_places, _weights) = Nodes(ridges.Length == 0 ? 0 : ridges.Max(i => lengths[i]));
        _values = new double[ridges.Length][];
        for (var r = 0; r < ridges.Length; r++)
        {
            var ridge = all[ridges[r]];
            _coefficients[r] = ridge.Coefficient;
            _values[r] = Array.ConvertAll(
                _places, x => ridge.Function.Value(Math.FusedMultiplyAdd(lengths[ridges[r]], x, ridge.Bias)));
        }
        _squares = Array.ConvertAll(_values, SecondMoment);
        if (ridges.Length > 0)
            Expand();
    }

    public int Terms => _orders.Count;

    /// <summary>Writes order n of a ridge to n · stride + its place, and g² E f² to its place.</summary>
    public void CopyTo(double[] coefficients, int stride, double[] squares)
    {
        for (var r = 0; r < _ridges.Length; r++)
        {
            for (var n = 0; n < Terms; n++)
                coefficients[n * stride + _ridges[r]] = _coefficients[r] * _orders[n][r];
            squares[_ridges[r]] = _coefficients[r] * _coefficients[r] * _squares[r];
        }
    }

    /// <summary>Order after order, the polynomials carried with the weights.</summary>
    private void Expand()
    {
        var missing = (double[])_squares.Clone();
        double[] before = new double[_places.Length], current = (double[])_weights.Clone();
        while (Terms < HermiteRecurrence.Orders && (Terms % CheckedEvery != 0 || Matters(missing)))
        {
            var order = Array.ConvertAll(_values, values => FixedOrder.Dot(values, current));
            for (var r = 0; r < order.Length; r++)
                missing[r] -= order[r] * order[r];
            for (var k = 0; k < _places.Length; k++)
            {
                var next = HermiteRecurrence.Next(Terms, _places[k], current[k], before[k]);
                (before[k], current[k]) = (current[k], next);
            }
            _orders.Add(order);
        }
    }

    private bool Matters(double[] missing) => Remainder(missing) > Tolerance * Remainder(_squares);

    /// <summary>(Σ |g| √missing)², a bound on all pairs' remainders at any correlation.</summary>
    private double Remainder(double[] missing)
    {
        double sum = 0;
        for (var r = 0; r < missing.Length; r++)
            sum += Math.Abs(_coefficients[r]) * Math.Sqrt(Math.Max(0, missing[r]));
        return sum * sum;
    }

    private double SecondMoment(double[] values) =>
        FixedOrder.Dot(Array.ConvertAll(values, value => value * value), _weights);

    /// <summary>
    /// Fine enough for he_n φ, of bandwidth √n + 8, times f(length · x), of bandwidth about 18 lengths.
    /// </summary>
    private static (double[] Places, double[] Weights) Nodes(double length)
    {
        var bandwidth = Math.Sqrt(HermiteRecurrence.Orders) + 8 + 18 * length;
        var half = (int)Math.Min(MaximumHalf, Math.Ceiling(Reach * bandwidth / 6.283185307179586));
        var spacing = Reach / half;
        var places = new double[2 * half + 1];
        for (var k = 0; k < places.Length; k++)
            places[k] = (k - half) * spacing;
        return (places, Array.ConvertAll(places, x => spacing * NormalLaw.Density(x)));
    }
}
