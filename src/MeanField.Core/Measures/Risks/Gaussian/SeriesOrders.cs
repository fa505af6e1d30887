using System.Runtime.Intrinsics;
using MeanField.Core.Numerics;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>How many orders of Mehler's series matter at given cosines.</summary>
internal sealed class SeriesOrders
{
    private const int Block = 16;

    private readonly double[] _reach;
    private readonly int _terms;

    public SeriesOrders(int terms)
    {
        _terms = terms;
        _reach = new double[terms / Block];
        // the cosine whose power 16, 32, … is 10⁻¹²
        for (var block = 0; block < _reach.Length; block++)
            _reach[block] = Elementary.Exp(-27.6 / ((block + 1) * Block));
    }

    public int At(FourRows cosines)
    {
        var largest = Vector512<double>.Zero;
        for (var row = 0; row < FourRows.Count; row++)
            largest = Vector512.Max(largest, Vector512.Abs(cosines[row]));
        for (var block = 0; block < _reach.Length; block++)
        {
            if (!Vector512.GreaterThanAny(largest, Vector512.Create(_reach[block])))
                return (block + 1) * Block;
        }
        return _terms;
    }
}
