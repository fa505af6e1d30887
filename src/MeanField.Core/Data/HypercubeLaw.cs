using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Data;

/// <summary>x uniform on {±1}^d, y = Σ_m c_m Π_{i ∈ m} x_i; enumerated as a whole where d is small.</summary>
internal sealed class HypercubeLaw : IDataLaw
{
    /// <summary>2^12 corners are still fewer than the usual number of test samples.</summary>
    private const int MaximumEnumerated = 12;

    private readonly HypercubeData _data;
    private readonly SampleStream _stream;

    public HypercubeLaw(HypercubeData data, ulong seed)
    {
        _data = data;
        _stream = new SampleStream(seed);
        if (data.Dimension <= MaximumEnumerated)
            FixedTestSet = Corners();
    }

    public int Dimension => _data.Dimension;

    public TestSet? FixedTestSet { get; }

    public double Draw(Purpose purpose, long step, int item, Span<double> x)
    {
        for (var word = 0; 64 * word < x.Length; word++)
        {
            var part = x.Slice(64 * word, Math.Min(64, x.Length - 64 * word));
            Unpack(_stream.Bits(purpose, step, item, word), part);
        }
        return Target(x);
    }

    private TestSet Corners()
    {
        var count = 1 << Dimension;
        var inputs = new double[count * Dimension];
        var targets = new double[count];
        for (var corner = 0; corner < count; corner++)
        {
            var x = inputs.AsSpan(corner * Dimension, Dimension);
            Unpack((ulong)corner, x);
            targets[corner] = Target(x);
        }
        return new TestSet(inputs, targets, Whole: true);
    }

    private static void Unpack(ulong bits, Span<double> x)
    {
        for (var i = 0; i < x.Length; i++)
            x[i] = ((bits >> i) & 1) == 0 ? 1 : -1;
    }

    private double Target(ReadOnlySpan<double> x)
    {
        double y = 0;
        for (var m = 0; m < _data.Monomials.Count; m++)
        {
            var product = _data.Coefficients[m];
            foreach (var i in _data.Monomials[m].AsSpan())
                product *= x[i];
            y += product;
        }
        return y;
    }
}
