using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;
using ScottPlot;

namespace MeanField.Lab.Figures;

/// <summary>
/// Every further column of the trajectory against time, with the reference's where it has one.
/// </summary>
internal static class MomentsFigure
{
    private const int Columns = 2;
    private const int MostPanels = 12;
    private const int RowHeight = 232;

    public static Figure? Of(RunRecord run)
    {
        var table = run.Trajectory;
        string[] names =
        [
            .. table.Columns
                .Except([TrajectoryTable.Risk, TrajectoryTable.RiskStandardError, "exactRisk"])
                .Take(MostPanels),
        ];
        if (names.Length == 0)
            return null;
        var scale = AxisScale.OfTimes(table.Times);
        var (panels, height) = PanelGrid.Grid(
            [.. names.Select(name => Panel(run, table, name, scale))],
            Columns,
            RowHeight,
            new(54, 14, 42, 28));
        var theory = names.Any(name => run.Theory?.Column(name) is not null);
        return new()
        {
            Name = "moments",
            Title = "Moments and test functions of the neurons",
            Caption = "Averages over the neurons against time."
                + (theory ? " Lines: the same averages in the infinite-width limit." : ""),
            PanelHeight = height,
            Panels = panels,
            Key =
            [
                new("SGD", FigureColors.Observed, KeyMark.Dots),
                .. theory ? (KeyEntry[])[new("infinite width", FigureColors.Theory, KeyMark.Line)] : [],
            ],
        };
    }

    private static Plot Panel(RunRecord run, TrajectoryTable table, string name, AxisScale scale)
    {
        var chart = new Chart(scale, AxisScale.Linear);
        if (run.Theory?.Column(name) is { } theory)
            chart.Line(run.Theory.Times, theory, FigureColors.Theory);
        var size = table.Rows.Length > 60 ? 3.5f : 5;
        chart.Dots(table.Times, table.Column(name)!, FigureColors.Observed, size);
        return chart.Label("time t", "").Title(Symbols.OfColumn(name)).Finish();
    }
}
