using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Data;

/// <summary>x ~ N(0, I), y = xᵀBx with B diagonal, less tr B where centered.</summary>
internal sealed class QuadraticTeacherLaw(QuadraticTeacherData data, ulong seed) : IDataLaw
{
    private readonly SampleStream _stream = new(seed);
    private readonly double[] _diagonal = [.. data.Diagonal];
    private readonly double _shift = data.Centered ? data.Diagonal.Sum() : 0;

    public int Dimension => _diagonal.Length;

    public TestSet? FixedTestSet => null;

    public double Draw(Purpose purpose, long step, int item, Span<double> x)
    {
        _stream.Normal(purpose, step, item, x);
        var y = -_shift;
        for (var i = 0; i < x.Length; i++)
            y = Math.FusedMultiplyAdd(_diagonal[i] * x[i], x[i], y);
        return y;
    }
}
