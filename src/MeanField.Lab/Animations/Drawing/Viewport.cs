using MeanField.Lab.Figures.Drawing;
using ScottPlot;

namespace MeanField.Lab.Animations.Drawing;

/// <summary>The data area of a panel: numbers to pixels of the figure.</summary>
internal sealed record Viewport(PixelRect Area, AxisLimits Limits, AxisScale Horizontal, AxisScale Vertical)
{
    /// <summary>The area of a finished chart at a place of a figure without key.</summary>
    public static Viewport Of(Chart chart, PixelRect place, PixelPadding padding)
    {
        var area = new PixelRect(
            place.Left + padding.Left,
            place.Right - padding.Right,
            place.Bottom - padding.Bottom,
            place.Top + padding.Top);
        return new(area, chart.Plot.Axes.GetLimits(), chart.Horizontal, chart.Vertical);
    }

    public double X(double value) =>
        Area.Left + (Horizontal.Position(value) - Limits.Left) / (Limits.Right - Limits.Left) * Area.Width;

    public double Y(double value) =>
        Area.Bottom - (Vertical.Position(value) - Limits.Bottom) / (Limits.Top - Limits.Bottom) * Area.Height;

    public (double X, double Y) At(double x, double y) => (X(x), Y(y));
}
