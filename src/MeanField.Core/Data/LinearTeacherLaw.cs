using MeanField.Core.Numerics;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Data;

/// <summary>x ~ N(0, I), y = ⟨θ*, x⟩ + noise · g.</summary>
internal sealed class LinearTeacherLaw(LinearTeacherData data, ulong seed) : IDataLaw
{
    private readonly SampleStream _stream = new(seed);
    private readonly double[] _teacher = Teacher(data);

    public int Dimension => data.Dimension;

    public TestSet? FixedTestSet => null;

    /// <summary>θ*: as given, or the first unit vector.</summary>
    public static double[] Teacher(LinearTeacherData data)
    {
        if (data.Teacher is { } given)
            return [.. given];
        var unit = new double[data.Dimension];
        unit[0] = 1;
        return unit;
    }

    public double Draw(Purpose purpose, long step, int item, Span<double> x)
    {
        _stream.Normal(purpose, step, item, x);
        var y = FixedOrder.Dot(_teacher, x);
        return data.Noise == 0 ? y : y + data.Noise * _stream.Noise(purpose, step, item);
    }
}
