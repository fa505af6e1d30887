using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Figures;

/// <summary>
/// For a table of data: the error on held-out rows and on the training rows as they were drawn, by samples
/// seen.
/// </summary>
internal static class LearningCurveFigure
{
    public static Figure? Of(RunRecord run)
    {
        if (run.Spec.Data is not FileData || run.Observations.Length < 3)
            return null;
        var batch = run.Manifest.Shape.SignalLength;
        var table = run.Trajectory;
        double[] seen = [.. table.Rows.Select(row => (double)row.Step * batch)];
        IReadOnlyList<ResidualWindow> windows;
        using (var residuals = run.OpenResiduals())
            windows = ResidualWindow.Of(residuals);

        var risk = table.Column(TrajectoryTable.Risk)!;
        var error = table.Column(TrajectoryTable.RiskStandardError)!;
        var training = windows.Select(window => window.MeanSquare).ToArray();
        var chart = new Chart(
            AxisScale.OfTimes(seen),
            AxisScale.Fitting(risk.Concat(training), decades: .7));
        var drawn = windows.Select(window => window.MiddleStep * batch);
        chart.Dots([.. drawn], training, FigureColors.Exact, size: 5, hollow: true);
        chart.Band(
            seen,
            [.. risk.Zip(error, (r, e) => r - 2 * e)],
            [.. risk.Zip(error, (r, e) => r + 2 * e)],
            FigureColors.Observed);
        chart.Line(seen, risk, FigureColors.Observed).Dots(seen, risk, FigureColors.Observed, size: 4);
        chart.Label("samples seen", "mean squared error");
        var (panels, height) = PanelGrid.Stack((chart.Finish(), 280));
        return new()
        {
            Name = "learning-curve",
            Title = "Learning curve",
            Caption = "Line: rows that training never sees, with two standard errors. Circles: training rows "
                + "at the moment they were drawn, before the step on them, averaged over windows.",
            PanelHeight = height,
            Panels = panels,
            Key =
            [
                new("held-out rows ± 2 s.e.", FigureColors.Observed, KeyMark.Line),
                new("training rows, as drawn", FigureColors.Exact, KeyMark.HollowDots),
            ],
        };
    }
}
