using MeanField.Lab.Animations.Drawing;
using MeanField.Lab.Figures.Drawing;
using MeanField.Theory;
using ScottPlot;

namespace MeanField.Lab.Animations.Fields;

/// <summary>Draws one time: heat and contours of Ψ, arrows of −∇Ψ, the neurons over them.</summary>
internal sealed class FieldDrawing
{
    private const int LevelsAside = 5;
    private const double ArrowWidth = 1.3;

    // of the numbers of the first landscape, to which colours and arrows are scaled
    private const double Quantile = .97;

    private readonly PlaneLattice _lattice;
    private readonly IReadOnlyList<Landscape> _landscapes;
    private readonly Stage _stage;
    private readonly double[] _teacher;

    // the usual height and force at the start
    private readonly double _height;
    private readonly double _force;

    public FieldDrawing(
        PlaneLattice lattice, IReadOnlyList<Landscape> landscapes, Stage stage, double[] teacher)
    {
        (_lattice, _landscapes, _stage, _teacher) = (lattice, landscapes, stage, teacher);
        _height = Usual(landscapes[0].Potential.Select(Math.Abs));
        _force = Usual(landscapes[0].Descent.Chunk(2).Select(force => double.Hypot(force[0], force[1])));
    }

    public Frame Frame(int index, Observation observation)
    {
        var (landscape, area) = (_landscapes[index], _stage.View.Area);
        var time = FigureNumber.Text(observation.Time, 3);
        double[] particles = [.. observation.Paths];
        var hold = index == _landscapes.Count - 1 ? 2500 : Math.Clamp(12_000 / _landscapes.Count, 80, 600);
        return new($"t = {time}", hold,
        [
            new PictureMark(
                HeatColors.Png([.. landscape.Potential.Select(Tint)], PlaneLattice.Side), area),
            new StrokeMark(ContourPath(landscape.Potential), FigureColors.Axis.WithAlpha(.35), .7f),
            new FillMark(ArrowPath(landscape.Descent), FigureColors.Axis.WithAlpha(.75)),
            .. Teacher(),
            new StrokeMark(DotPath(particles), Colors.White, 5.4f),
            new StrokeMark(DotPath(particles), FigureColors.Ink, 4f),
            .. _stage.Clock(observation.Time),
        ]);
    }

    /// <summary>What the colours mean, under the time.</summary>
    public IEnumerable<Mark> Key()
    {
        const int Steps = 64;
        const float Width = 200, Top = 88, Bottom = 100, Numbers = 118, DigitWidth = 6.2f;
        double[] ramp = [.. Enumerable.Range(0, Steps).Select(i => 2 * i / (Steps - 1.0) - 1)];
        var left = _stage.Left;
        yield return _stage.Words("Ψ = V + ∫U dρ, and arrows along −∇Ψ", 0, FigureColors.Ink);
        yield return new PictureMark(HeatColors.Png(ramp, Steps), new(left, left + Width, Bottom, Top));
        foreach (var part in (double[])[-1, -.5, 0, .5, 1])
        {
            var place = left + (float)(part + 1) / 2 * Width;
            // the colours are roots: half way lies a quarter
            var number = FigureNumber.Text(part * Math.Abs(part) * _height, 2);
            place -= DigitWidth * number.Length / 2;
            yield return new TextMark(number, place, Numbers, 14, FigureColors.Ink);
        }
        if (_teacher.Length > 0)
            yield return _stage.Words("circles: the teacher", 3, FigureColors.Exact);
    }

    /// <summary>The root, with its sign.</summary>
    private double Tint(double height) => Math.CopySign(Math.Sqrt(Math.Abs(height) / _height), height);

    private string ContourPath(double[] heights)
    {
        var path = new PathText();
        for (var level = -LevelsAside; level <= LevelsAside; level++)
            foreach (var (from, to) in Contours.Of(heights, PlaneLattice.Side, _height * Square(level)))
                path.Line([At(from), At(to)]);
        return path.ToString();

        // even steps of colour
        static double Square(double level) => level * Math.Abs(level) / (LevelsAside * LevelsAside);
    }

    private string ArrowPath(double[] descent)
    {
        var path = new PathText();
        foreach (var cell in PlaneLattice.Middles)
        {
            var (x, y) = (_lattice.Points[2 * cell], _lattice.Points[2 * cell + 1]);
            var (dx, dy) = Arrow(descent[2 * cell], descent[2 * cell + 1]);
            // the middle of an arrow lies where the field was evaluated
            var (from, to) = (_stage.View.At(x - dx / 2, y - dy / 2), _stage.View.At(x + dx / 2, y + dy / 2));
            ArrowOutline.Add(path, from, to, ArrowWidth);
        }
        return path.ToString();
    }

    /// <summary>As long as the root of the force: a usual one of the start has the width of a block.</summary>
    private (double X, double Y) Arrow(double x, double y)
    {
        var force = double.Hypot(x, y);
        var scale = force > 0 ? _lattice.BlockWidth * Math.Sqrt(force / _force) / force : 0;
        return (scale * x, scale * y);
    }

    private string DotPath(double[] points)
    {
        var path = new PathText();
        for (var i = 0; i < points.Length; i += 2)
            path.Dot(_stage.View.X(points[i]), _stage.View.Y(points[i + 1]));
        return path.ToString();
    }

    private IEnumerable<Mark> Teacher()
    {
        if (_teacher.Length == 0)
            yield break;
        var path = new PathText();
        for (var i = 0; i < _teacher.Length; i += 2)
            path.Circle(_stage.View.X(_teacher[i]), _stage.View.Y(_teacher[i + 1]), 8);
        yield return new StrokeMark(path.ToString(), FigureColors.Exact, 2.6f);
    }

    private (double X, double Y) At((double Column, double Row) place) =>
        _stage.View.At(_lattice.X(place.Column), _lattice.Y(place.Row));

    private static double Usual(IEnumerable<double> magnitudes)
    {
        double[] ordered = [.. magnitudes.Order()];
        return Math.Max(ordered[(int)(Quantile * (ordered.Length - 1))], 1e-12);
    }
}
