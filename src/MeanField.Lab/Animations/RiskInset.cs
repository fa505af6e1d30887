using MeanField.Lab.Animations.Drawing;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;
using ScottPlot;

namespace MeanField.Lab.Animations;

/// <summary>The whole risk curve beside an animation, and where on it a frame is.</summary>
internal sealed class RiskInset
{
    private static readonly PixelPadding Padding = new(58, 14, 44, 8);

    private readonly RunRecord _run;
    private readonly Viewport _view;

    public RiskInset(RunRecord run, PixelRect place)
    {
        _run = run;
        var table = run.Trajectory;
        var observed = table.Column(TrajectoryTable.Risk)!;
        double[] risks = [.. observed, .. run.Theory?.Column(TrajectoryTable.Risk) ?? []];
        var chart = new Chart(AxisScale.OfTimes(table.Times), AxisScale.Fitting(risks, decades: 1.5));
        chart.Dots(table.Times, observed, FigureColors.Observed, size: table.Rows.Length > 40 ? 3 : 5);
        if (run.Theory is { } theory)
            chart.Line(theory.Times, theory.Column(TrajectoryTable.Risk)!, FigureColors.Theory, width: 1.5f);
        chart.Label("time t", "risk").Finish();
        Panel = PanelGrid.Place(chart.Plot, place, Padding);
        _view = Viewport.Of(chart, place, Padding);
    }

    public Panel Panel { get; }

    /// <summary>A line at the time, and dots on what is known there: the limit, the run, or both.</summary>
    public IEnumerable<Mark> At(double time)
    {
        var (x, area) = (_view.X(time), _view.Area);
        yield return new StrokeMark(
            new PathText().Line([(x, area.Top), (x, area.Bottom)]).ToString(), FigureColors.Axis, 1);
        if (_run.Theory?.Rows.FirstOrDefault(row => row.Time == time) is { } limit)
            yield return Dot(x, limit.Values[0], FigureColors.Theory);
        if (_run.Observations.FirstOrDefault(observation => observation.Time == time) is { } seen)
            yield return Dot(x, seen.Risk, FigureColors.Observed);
    }

    private StrokeMark Dot(double x, double risk, Color color) =>
        new(new PathText().Dot(x, _view.Y(risk)).ToString(), color, 9);
}
