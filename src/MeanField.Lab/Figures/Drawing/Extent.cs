using ScottPlot;
using ScottPlot.TickGenerators;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>The range of the values that were drawn along one axis.</summary>
internal readonly record struct Extent(double Low, double High)
{
    public static Extent Empty => new(double.PositiveInfinity, double.NegativeInfinity);

    private bool IsEmpty => Low > High;

    public Extent With(IEnumerable<double> values)
    {
        var (low, high) = (Low, High);
        foreach (var value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return new(low, high);
    }

    public ITickGenerator Ticks(AxisScale scale) => IsEmpty ? new EmptyTickGenerator() : scale.Ticks(Low, High);

    /// <summary>Where the axis begins and ends, in its own positions.</summary>
    /// <param name="scale">The axis.</param>
    /// <param name="margin">Room on either side, as a part of the range.</param>
    public (double Low, double High) Limits(AxisScale scale, double margin)
    {
        if (IsEmpty)
            return (0, 1);
        var (low, high) = (scale.Position(Low), scale.Position(High));
        var room = high > low ? margin * (high - low) : Math.Max(Math.Abs(low), 1) * .05;
        return (low - room, high + room);
    }
}
