using MeanField.Core.Numerics;
using MeanField.Core.Randomness;

namespace MeanField.Core.Data;

/// <summary>
/// y = ±1 with probability ½; x | y ~ N(0, (1 ± Δ)²) on the signal's coordinates, N(0, 1) on the rest.
/// </summary>
internal sealed class GaussianClassesLaw(int dimension, double separation, int signalDimension, ulong seed)
    : IDataLaw
{
    private readonly SampleStream _stream = new(seed);

    public int Dimension => dimension;

    public TestSet? FixedTestSet => null;

    public double Draw(Purpose purpose, long step, int item, Span<double> x)
    {
        var y = DrawTarget(purpose, step, item, x);
        _stream.Normal(purpose, step, item, x);
        FixedOrder.Scale(x[..signalDimension], 1 + y * separation);
        return y;
    }

    public double DrawTarget(Purpose purpose, long step, int item, Span<double> x) =>
        _stream.Sign(purpose, step, item);
}
