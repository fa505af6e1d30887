using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;
using ScottPlot;

namespace MeanField.Lab.Figures;

/// <summary>The plane of w₁ and w₂, the same square in every panel, and the scale of the arrows.</summary>
internal sealed class ForcePlane
{
    // the longest arrow, as a part of the space that the neurons take
    private const double LongestArrow = .25;
    private const double Margin = .04;

    private readonly (double Low, double High) _horizontal;
    private readonly (double Low, double High) _vertical;
    private readonly double _arrowScale;
    private readonly EquatableList<EquatableList<double>>? _teacher;

    public ForcePlane(RunRecord run, IReadOnlyList<ForceFrame> frames)
    {
        _teacher = run.Spec.Data is NeuralTeacherData { Dimension: 2 } teacher ? teacher.Weights : null;
        var marked = (_teacher ?? []).SelectMany(weights => weights);
        double[] points = [.. frames.SelectMany(frame => frame.Particles), .. marked];
        var longest = frames.Max(frame => frame.External.Concat(frame.Interaction).Max(Math.Abs));
        _arrowScale = longest > 0 ? LongestArrow * Side(points) / longest : 1;

        double[] shown = [.. points, .. frames.SelectMany(Tips)];
        var side = (1 + 2 * Margin) * Side(shown);
        _horizontal = Around(Middle(Axis(shown, 0)), side);
        _vertical = Around(Middle(Axis(shown, 1)), side);
    }

    public static PixelPadding Padding => new(50, 8, 44, 28);

    public bool HasTeacher => _teacher is not null;

    public string TeacherCaption => HasTeacher ? " Circles: the teacher's neurons." : "";

    /// <summary>Makes the data area of a panel a square.</summary>
    public static int RowHeight(int columns)
    {
        var side = Figure.StandardWidth / columns - Padding.Left - Padding.Right;
        return (int)(side + Padding.Top + Padding.Bottom + PanelGrid.Gap);
    }

    public static double[] Sum(ForceFrame frame) =>
        [.. frame.External.Zip(frame.Interaction, (a, b) => a + b)];

    public ForcePanel Draw(ForceFrame frame)
    {
        var panel = new ForcePanel(_arrowScale, _horizontal, _vertical);
        if (_teacher is not null)
            panel.Teacher(_teacher);
        return panel.Neurons(frame);
    }

    private IEnumerable<double> Tips(ForceFrame frame) =>
        frame.Particles.Zip(frame.External, (at, force) => at + _arrowScale * force)
            .Concat(frame.Particles.Zip(frame.Interaction, (at, force) => at + _arrowScale * force));

    private static double[] Axis(double[] points, int axis) => [.. points.Where((_, i) => i % 2 == axis)];

    private static double Middle(double[] values) => (values.Min() + values.Max()) / 2;

    /// <summary>The longer side of the points' bounding box.</summary>
    private static double Side(double[] points) =>
        Math.Max(Math.Max(Length(Axis(points, 0)), Length(Axis(points, 1))), 1e-9);

    private static double Length(double[] values) => values.Max() - values.Min();

    private static (double Low, double High) Around(double middle, double side) =>
        (middle - side / 2, middle + side / 2);
}

/// <summary>One panel of the plane.</summary>
internal sealed class ForcePanel(
    double arrowScale, (double Low, double High) horizontal, (double Low, double High) vertical)
{
    private readonly Chart _chart = new(AxisScale.Linear, AxisScale.Linear);

    public ForcePanel Teacher(EquatableList<EquatableList<double>> weights)
    {
        var (x, y) = (weights.Select(w => w[0]), weights.Select(w => w[1]));
        _chart.Dots([.. x], [.. y], FigureColors.Exact, size: 13, hollow: true);
        return this;
    }

    public ForcePanel Neurons(ForceFrame frame)
    {
        _chart.Dots(Coordinates(frame, 0), Coordinates(frame, 1), FigureColors.Ink, size: 8);
        return this;
    }

    public ForcePanel Arrows(ForceFrame frame, double[] forces, Color color)
    {
        for (var i = 0; i < frame.Count; i++)
            _chart.Arrow(
                frame.Particles[2 * i], frame.Particles[2 * i + 1],
                arrowScale * forces[2 * i], arrowScale * forces[2 * i + 1], color);
        return this;
    }

    /// <summary>Where each neuron was before, and the way it took, at true length.</summary>
    public ForcePanel Moves(ForceFrame from, ForceFrame to)
    {
        _chart.Dots(Coordinates(from, 0), Coordinates(from, 1), FigureColors.Axis, size: 8, hollow: true);
        for (var i = 0; i < from.Count; i++)
            _chart.Line(
                [from.Particles[2 * i], to.Particles[2 * i]],
                [from.Particles[2 * i + 1], to.Particles[2 * i + 1]],
                FigureColors.Ink);
        return this;
    }

    public ForcePanel Trails(IEnumerable<ForceFrame> frames)
    {
        var past = frames.ToList();
        for (var i = 0; i < past[0].Count; i++)
            _chart.Line(
                [.. past.Select(frame => frame.Particles[2 * i])],
                [.. past.Select(frame => frame.Particles[2 * i + 1])],
                FigureColors.Axis.WithAlpha(.6), width: 1.2f);
        return this;
    }

    public Plot Finish(string title)
    {
        _chart.Include(horizontal.Low, vertical.Low).Include(horizontal.High, vertical.High);
        var plot = _chart.Label("w₁", "w₂").Title(title).Finish();
        plot.Axes.SetLimits(horizontal.Low, horizontal.High, vertical.Low, vertical.High);
        return plot;
    }

    private static double[] Coordinates(ForceFrame frame, int axis) =>
        [.. Enumerable.Range(0, frame.Count).Select(i => frame.Particles[2 * i + axis])];
}
