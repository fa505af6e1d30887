namespace MeanField.Core.Numerics;

/// <summary>A function of one variable: linear between knots, constant outside them.</summary>
public sealed class PiecewiseLinear
{
    private readonly double[] _places;
    private readonly double[] _values;
    private readonly double[] _slopes;

    /// <param name="knots">Pairs (t, f(t)), t ascending.</param>
    public PiecewiseLinear(Rows knots)
    {
        _places = [.. knots.Select(knot => knot[0])];
        _values = [.. knots.Select(knot => knot[1])];
        _slopes = new double[knots.Count - 1];
        for (var i = 0; i < _slopes.Length; i++)
            _slopes[i] = (_values[i + 1] - _values[i]) / (_places[i + 1] - _places[i]);
    }

    public double At(double t)
    {
        if (t >= _places[^1])
            return _values[^1];
        for (var i = _slopes.Length - 1; i >= 0; i--)
        {
            if (t >= _places[i])
                return Math.FusedMultiplyAdd(_slopes[i], t - _places[i], _values[i]);
        }
        return double.IsNaN(t) ? t : _values[0];
    }
}
