using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Figures;

/// <summary>The residuals' root mean square over growing windows, against √R.</summary>
internal static class ResidualsFigure
{
    public static Figure? Of(RunRecord run)
    {
        IReadOnlyList<ResidualWindow> windows;
        using (var residuals = run.OpenResiduals())
            windows = ResidualWindow.Of(residuals);
        if (windows.Count < 3)
            return null;
        double[] times = [.. windows.Select(window => window.MiddleStep * run.Spec.Training.StepSize)];
        double[] rms = [.. windows.Select(window => Math.Sqrt(window.MeanSquare))];
        var chart = new Chart(AxisScale.OfTimes(times), AxisScale.Fitting(rms, decades: 1.3));
        chart.Band(times, Bound(windows, -2), Bound(windows, 2), FigureColors.Observed);
        if (run.Theory is { } theory)
        {
            // the curve starts where the first window lies, not at the reference's next time
            double[] shown = [.. theory.Times.Select(time => Math.Max(time, times[0]))];
            var roots = theory.Column(TrajectoryTable.Risk)!.Select(Math.Sqrt);
            chart.Line(shown, [.. roots], FigureColors.Theory);
        }
        chart.Dots(times, rms, FigureColors.Observed, size: 5);
        chart.Label("time t = kε", "root mean square of r");
        var (panels, height) = PanelGrid.Stack((chart.Finish(), 260));
        return new()
        {
            Name = "residuals",
            Title = "Residuals of the samples as they came",
            Caption = "Root mean square of rₖ = yₖ − ŷ(xₖ) over windows of steps, with two standard errors. "
                + (run.Spec.Data is FileData
                    ? "Rows are drawn with replacement, so that the network has seen most of them before."
                    : "Every sample is new when its residual is taken, so that this estimates √R."),
            PanelHeight = height,
            Panels = panels,
            Key =
            [
                new("SGD ± 2 s.e.", FigureColors.Observed, KeyMark.Dots),
                .. run.Theory is null
                    ? []
                    : (KeyEntry[])[new("infinite width, √R", FigureColors.Theory, KeyMark.Line)],
            ],
        };
    }

    private static double[] Bound(IReadOnlyList<ResidualWindow> windows, double errors) =>
        [.. windows.Select(w => Math.Sqrt(Math.Max(0, w.MeanSquare + errors * w.StandardError)))];
}
