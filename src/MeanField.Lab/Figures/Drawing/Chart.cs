using ScottPlot;
using ScottPlot.Plottables;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>One pair of axes in the common style, to draw numbers on by their values.</summary>
public sealed class Chart
{
    private Extent _x = Extent.Empty;
    private Extent _y = Extent.Empty;

    public Chart(AxisScale horizontal, AxisScale vertical)
    {
        (Horizontal, Vertical) = (horizontal, vertical);
        Plot = ChartStyle.NewPlot();
    }

    public AxisScale Horizontal { get; }

    public AxisScale Vertical { get; }

    public Plot Plot { get; }

    /// <summary>Names the axes; an empty label leaves the numbers alone.</summary>
    public Chart Label(string horizontal, string vertical)
    {
        Plot.Axes.Bottom.Label.Text = horizontal;
        Plot.Axes.Left.Label.Text = vertical;
        return this;
    }

    /// <summary>Says above the data area what is seen in it.</summary>
    public Chart Title(string text)
    {
        Plot.Axes.Title.Label.Text = text;
        return this;
    }

    public Chart Line(
        IReadOnlyList<double> x,
        IReadOnlyList<double> y,
        Color color,
        float width = 2,
        LinePattern? pattern = null)
    {
        var line = Scatter(x, y, color);
        line.MarkerSize = 0;
        line.LineWidth = width;
        line.LinePattern = pattern ?? LinePattern.Solid;
        return this;
    }

    public Chart Dots(
        IReadOnlyList<double> x, IReadOnlyList<double> y, Color color, float size = 6, bool hollow = false)
    {
        var dots = Scatter(x, y, color);
        dots.LineWidth = 0;
        dots.MarkerSize = size;
        dots.MarkerShape = hollow ? MarkerShape.OpenCircle : MarkerShape.FilledCircle;
        dots.MarkerLineWidth = 1.5f;
        return this;
    }

    /// <summary>Vertical bars from low to high.</summary>
    public Chart ErrorBars(
        IReadOnlyList<double> x, IReadOnlyList<double> low, IReadOnlyList<double> high, Color color)
    {
        for (var i = 0; i < x.Count; i++)
            Line([x[i], x[i]], [low[i], high[i]], color, width: 1.5f);
        return this;
    }

    /// <summary>The area between two curves.</summary>
    public Chart Band(
        IReadOnlyList<double> x,
        IReadOnlyList<double> low,
        IReadOnlyList<double> high,
        Color color,
        double alpha = .22)
    {
        int[] shown = [.. Enumerable.Range(0, x.Count)
            .Where(i => Horizontal.Shows(x[i]) && Vertical.Shows(low[i]) && Vertical.Shows(high[i]))];
        if (shown.Length < 2)
            return this;
        Extend(shown.Select(i => x[i]), shown.Select(i => low[i]).Concat(shown.Select(i => high[i])));
        var band = Plot.Add.FillY(
            [.. shown.Select(i => Horizontal.Position(x[i]))],
            [.. shown.Select(i => Vertical.Position(low[i]))],
            [.. shown.Select(i => Vertical.Position(high[i]))]);
        band.FillColor = color.WithAlpha(alpha);
        band.LineWidth = 0;
        return this;
    }

    /// <summary>An arrow from a point, by its displacement in the axes' units.</summary>
    public Chart Arrow(double x, double y, double dx, double dy, Color color, float width = 2.2f)
    {
        Extend([x, x + dx], [y, y + dy]);
        var arrow = Plot.Add.Arrow(new Coordinates(x, y), new Coordinates(x + dx, y + dy));
        arrow.ArrowFillColor = color;
        arrow.ArrowLineWidth = 0;
        arrow.ArrowWidth = width;
        arrow.ArrowheadWidth = 4 * width;
        arrow.ArrowheadLength = arrow.ArrowheadAxisLength = 4.5f * width;
        arrow.ArrowMinimumLength = 0;
        return this;
    }

    /// <summary>A thin line across at a value that everything else is compared with.</summary>
    public Chart Level(double y)
    {
        var line = Plot.Add.HorizontalLine(Vertical.Position(y), 1, FigureColors.Axis, LinePattern.Dashed);
        line.EnableAutoscale = false;
        return this;
    }

    /// <summary>Makes room for these values although nothing is drawn there.</summary>
    public Chart Include(double? x = null, double? y = null)
    {
        Extend(x is { } a ? [a] : [], y is { } b ? [b] : []);
        return this;
    }

    /// <summary>Settles limits and ticks, once everything is drawn.</summary>
    public Plot Finish(double margin = .05)
    {
        Plot.Axes.Bottom.TickGenerator = _x.Ticks(Horizontal);
        Plot.Axes.Left.TickGenerator = _y.Ticks(Vertical);
        var (left, right) = _x.Limits(Horizontal, margin: .02);
        var (bottom, top) = _y.Limits(Vertical, margin);
        Plot.Axes.SetLimits(left, right, bottom, top);
        return Plot;
    }

    /// <summary>Settles everything for a square of the plane of weights.</summary>
    internal Chart OfPlane(PlaneExtent extent)
    {
        var ((left, right), (bottom, top)) = (extent.Horizontal, extent.Vertical);
        Include(left, bottom).Include(right, top).Label("w₁", "w₂").Finish();
        Plot.Axes.SetLimits(left, right, bottom, top);
        return this;
    }

    private Scatter Scatter(IReadOnlyList<double> x, IReadOnlyList<double> y, Color color)
    {
        int[] shown = [.. Enumerable.Range(0, x.Count)
            .Where(i => Horizontal.Shows(x[i]) && Vertical.Shows(y[i]))];
        Extend(shown.Select(i => x[i]), shown.Select(i => y[i]));
        return Plot.Add.Scatter(
            shown.Select(i => Horizontal.Position(x[i])).ToArray(),
            shown.Select(i => Vertical.Position(y[i])).ToArray(),
            color);
    }

    private void Extend(IEnumerable<double> x, IEnumerable<double> y) => (_x, _y) = (_x.With(x), _y.With(y));
}
