using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Data;

/// <summary>One sample, always the same: its own whole test set.</summary>
internal sealed class ConstantLaw(ConstantData data) : IDataLaw
{
    public int Dimension => data.X.Count;

    public TestSet? FixedTestSet { get; } = new([.. data.X], [data.Y], Whole: true);

    public double Draw(Purpose purpose, long step, int item, Span<double> x)
    {
        data.X.AsSpan().CopyTo(x);
        return data.Y;
    }
}
