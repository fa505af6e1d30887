using MeanField.Core.Numerics;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Data;

/// <summary>y = Σ_m A_m σ(⟨v_m, x⟩) + noise · g, x ~ N(0, I) or uniform on the sphere of radius √d.</summary>
internal sealed class NeuralTeacherLaw(NeuralTeacherData data, ulong seed) : IDataLaw
{
    private readonly SampleStream _stream = new(seed);
    private readonly Func<double, double> _activation = ScalarActivation.Of(data.Activation);
    private readonly double _radius = Math.Sqrt(data.Dimension);

    public int Dimension => data.Dimension;

    public TestSet? FixedTestSet => null;

    public double Draw(Purpose purpose, long step, int item, Span<double> x)
    {
        _stream.Normal(purpose, step, item, x);
        if (data.Input == InputLaw.Sphere)
            FixedOrder.Normalise(x, _radius);
        var y = data.Noise == 0 ? 0 : data.Noise * _stream.Noise(purpose, step, item);
        for (var m = 0; m < data.Weights.Count; m++)
            y += data.Amplitudes[m] * _activation(FixedOrder.Dot(data.Weights[m].AsSpan(), x));
        return y;
    }
}
