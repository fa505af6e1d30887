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

    private readonly PlaneExtent _extent;
    private readonly EquatableList<EquatableList<double>>? _teacher;

    public ForcePlane(RunRecord run, IReadOnlyList<ForceFrame> frames)
    {
        _teacher = PlanarRun.Teacher(run);
        var marked = (_teacher ?? []).SelectMany(weights => weights);
        double[] points = [.. frames.SelectMany(frame => frame.Particles), .. marked];
        var longest = frames.Max(frame => frame.External.Concat(frame.Interaction).Max(Math.Abs));
        ArrowScale = longest > 0 ? LongestArrow * PlaneExtent.Side(points) / longest : 1;
        _extent = PlaneExtent.Around([.. points, .. frames.SelectMany(Tips)], Margin);
    }

    /// <summary>The length of an arrow in the plane, for a force of 1.</summary>
    public double ArrowScale { get; }

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

    public ForcePanel Draw(ForceFrame frame) => Empty().Neurons(frame);

    /// <summary>The plane without the neurons.</summary>
    public ForcePanel Empty()
    {
        var panel = new ForcePanel(ArrowScale, _extent);
        return _teacher is null ? panel : panel.Teacher(_teacher);
    }

    private IEnumerable<double> Tips(ForceFrame frame) =>
        frame.Particles.Zip(frame.External, (at, force) => at + ArrowScale * force)
            .Concat(frame.Particles.Zip(frame.Interaction, (at, force) => at + ArrowScale * force));
}

/// <summary>One panel of the plane.</summary>
internal sealed class ForcePanel(double arrowScale, PlaneExtent extent)
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
        _chart.Title(title);
        return Finish().Plot;
    }

    public Chart Finish() => _chart.OfPlane(extent);

    private static double[] Coordinates(ForceFrame frame, int axis) =>
        [.. Enumerable.Range(0, frame.Count).Select(i => frame.Particles[2 * i + axis])];
}
