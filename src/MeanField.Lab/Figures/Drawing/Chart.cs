using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.Rendering.RenderActions;
using ScottPlot.TickGenerators;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>One pair of axes in the common style, to draw numbers on by their values.</summary>
public sealed class Chart
{
    private const float FontSize = 15;

    private readonly AxisScale _horizontal;
    private readonly AxisScale _vertical;
    private Extent _x = Extent.Empty;
    private Extent _y = Extent.Empty;

    public Chart(AxisScale horizontal, AxisScale vertical)
    {
        (_horizontal, _vertical) = (horizontal, vertical);
        Plot = new Plot();
        FigureFont.Set(Plot);
        Plot.RenderManager.Remove<ClearCanvas>(); // panels share one canvas
        Plot.FigureBackground.Color = Colors.White;
        Plot.DataBackground.Color = Colors.White;
        Plot.Axes.Right.FrameLineStyle.Width = 0;
        Plot.Axes.Top.FrameLineStyle.Width = 0;
        Plot.Axes.Right.MinimumSize = Plot.Axes.Top.MinimumSize = 0;
        Plot.Grid.MajorLineColor = FigureColors.Grid;
        Plot.Grid.MajorLineWidth = 1;
        Plot.HideLegend();
        Style(Plot.Axes.Bottom);
        Style(Plot.Axes.Left);
    }

    public Plot Plot { get; }

    /// <summary>Names the axes; an empty label leaves the numbers alone.</summary>
    public Chart Label(string horizontal, string vertical)
    {
        Plot.Axes.Bottom.Label.Text = horizontal;
        Plot.Axes.Left.Label.Text = vertical;
        return this;
    }

    /// <summary>A short text in the upper right corner of the data area.</summary>
    public Chart Mark(string text, Alignment corner = Alignment.UpperRight)
    {
        var annotation = Plot.Add.Annotation(text, corner);
        annotation.LabelStyle.FontName = FigureFont.Family;
        annotation.LabelFontSize = FontSize;
        annotation.LabelFontColor = FigureColors.Ink;
        annotation.LabelBackgroundColor = Colors.Transparent;
        annotation.LabelBorderWidth = 0;
        annotation.LabelShadowColor = Colors.Transparent;
        return this;
    }

    /// <summary>Says above the data area what is seen in it.</summary>
    public Chart Title(string text)
    {
        Plot.Axes.Title.Label.Text = text;
        Plot.Axes.Title.Label.FontName = FigureFont.Family;
        Plot.Axes.Title.Label.FontSize = FontSize;
        Plot.Axes.Title.Label.Bold = false;
        Plot.Axes.Title.Label.ForeColor = FigureColors.Ink;
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

    /// <summary>The area between two curves.</summary>
    public Chart Band(
        IReadOnlyList<double> x,
        IReadOnlyList<double> low,
        IReadOnlyList<double> high,
        Color color,
        double alpha = .22)
    {
        int[] shown = [.. Enumerable.Range(0, x.Count)
            .Where(i => _horizontal.Shows(x[i]) && _vertical.Shows(low[i]) && _vertical.Shows(high[i]))];
        if (shown.Length < 2)
            return this;
        Extend(shown.Select(i => x[i]), shown.Select(i => low[i]).Concat(shown.Select(i => high[i])));
        var band = Plot.Add.FillY(
            [.. shown.Select(i => _horizontal.Position(x[i]))],
            [.. shown.Select(i => _vertical.Position(low[i]))],
            [.. shown.Select(i => _vertical.Position(high[i]))]);
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
        var line = Plot.Add.HorizontalLine(_vertical.Position(y), 1, FigureColors.Axis, LinePattern.Dashed);
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
        Plot.Axes.Bottom.TickGenerator = Ticks(_x, _horizontal);
        Plot.Axes.Left.TickGenerator = Ticks(_y, _vertical);
        var (left, right) = Limits(_x, _horizontal, .02);
        var (bottom, top) = Limits(_y, _vertical, margin);
        Plot.Axes.SetLimits(left, right, bottom, top);
        return Plot;
    }

    private static ITickGenerator Ticks(Extent extent, AxisScale scale) =>
        extent.IsEmpty ? new EmptyTickGenerator() : scale.Ticks(extent.Low, extent.High);

    private static (double Low, double High) Limits(Extent extent, AxisScale scale, double margin)
    {
        if (extent.IsEmpty)
            return (0, 1);
        var (low, high) = (scale.Position(extent.Low), scale.Position(extent.High));
        var room = high > low ? margin * (high - low) : Math.Max(Math.Abs(low), 1) * .05;
        return (low - room, high + room);
    }

    private Scatter Scatter(IReadOnlyList<double> x, IReadOnlyList<double> y, Color color)
    {
        int[] shown = [.. Enumerable.Range(0, x.Count)
            .Where(i => _horizontal.Shows(x[i]) && _vertical.Shows(y[i]))];
        Extend(shown.Select(i => x[i]), shown.Select(i => y[i]));
        return Plot.Add.Scatter(
            shown.Select(i => _horizontal.Position(x[i])).ToArray(),
            shown.Select(i => _vertical.Position(y[i])).ToArray(),
            color);
    }

    private void Extend(IEnumerable<double> x, IEnumerable<double> y)
    {
        foreach (var value in x)
            _x = _x.With(value);
        foreach (var value in y)
            _y = _y.With(value);
    }

    private static void Style(IAxis axis)
    {
        axis.FrameLineStyle.Color = FigureColors.Axis;
        axis.MajorTickStyle.Color = axis.MinorTickStyle.Color = FigureColors.Axis;
        axis.TickLabelStyle.FontName = axis.Label.FontName = FigureFont.Family;
        axis.TickLabelStyle.FontSize = FontSize - 1;
        axis.TickLabelStyle.ForeColor = FigureColors.Ink;
        axis.Label.FontSize = FontSize + 1;
        axis.Label.Bold = false;
        axis.Label.ForeColor = FigureColors.Ink;
    }

    private readonly record struct Extent(double Low, double High)
    {
        public static Extent Empty => new(double.PositiveInfinity, double.NegativeInfinity);

        public bool IsEmpty => Low > High;

        public Extent With(double value) => new(Math.Min(Low, value), Math.Max(High, value));
    }
}
