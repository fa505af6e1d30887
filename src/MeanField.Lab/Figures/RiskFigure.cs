using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Figures;

/// <summary>
/// The risk against time with its sampling error, the theory through it, and below how far they are apart.
/// </summary>
internal static class RiskFigure
{
    public static Figure Of(RunRecord run)
    {
        var table = run.Trajectory;
        var scale = AxisScale.OfTimes(table.Times);
        var exact = table.Column("exactRisk");
        double[] risks = [.. table.Column(TrajectoryTable.Risk)!, .. run.Theory?.Column(TrajectoryTable.Risk) ?? []];
        var chart = new Chart(scale, AxisScale.Fitting(risks, decades: 1.5));
        if (exact is not null && run.Theory is null)
            chart.Line(table.Times, exact, FigureColors.Exact);
        Observed(chart, table);
        if (run.Theory is { } theory)
            Limit(chart, run, theory);
        chart.Label("time t = kε", run.Spec.Data is FileData ? "held-out risk" : "risk R");

        var deviation = Deviation(run, table, scale);
        var (panels, height) = deviation is null
            ? PanelGrid.Stack((chart.Finish(), 300))
            : PanelGrid.Stack((chart.Finish(), 280), (deviation.Finish(.15), 110));
        return new()
        {
            Name = "risk",
            Title = "Risk against time",
            Caption = Caption(run, deviation is not null),
            PanelHeight = height,
            Panels = panels,
            Key = [.. Key(run, exact is not null)],
        };
    }

    /// <summary>Points with a band of two standard errors.</summary>
    private static void Observed(Chart chart, TrajectoryTable table)
    {
        var values = table.Column(TrajectoryTable.Risk)!;
        var errors = table.Column(TrajectoryTable.RiskStandardError)!;
        chart.Band(
            table.Times,
            [.. values.Zip(errors, (value, error) => value - 2 * error)],
            [.. values.Zip(errors, (value, error) => value + 2 * error)],
            FigureColors.Observed);
        chart.Dots(table.Times, values, FigureColors.Observed, size: table.Rows.Length > 80 ? 4 : 6);
    }

    /// <summary>The limit, in a band of two standard deviations of the risk of N neurons where they are predicted.</summary>
    private static void Limit(Chart chart, RunRecord run, TrajectoryTable theory)
    {
        var risks = theory.Column(TrajectoryTable.Risk)!;
        if (RiskSpread.Of(run) is { } spread)
            chart.Band(
                theory.Times,
                [.. risks.Zip(spread, (risk, sd) => risk - 2 * sd)],
                [.. risks.Zip(spread, (risk, sd) => risk + 2 * sd)],
                FigureColors.Theory);
        chart.Line(theory.Times, risks, FigureColors.Theory);
    }

    /// <summary>(R_N − R)/R at the observed times that the reference has.</summary>
    private static Chart? Deviation(RunRecord run, TrajectoryTable table, AxisScale scale)
    {
        if (run.Theory is null)
            return null;
        var verdicts = RiskVerdict.Of(run).Where(verdict => verdict.Theory > 0).ToArray();
        if (verdicts.Length == 0)
            return null;
        var chart = new Chart(scale, AxisScale.Linear).Label("time t = kε", "deviation");
        chart.Level(0).Include(y: 0);
        foreach (var end in (double[])[table.Times[0], table.Times[^1]])
            chart.Include(x: end);
        double[] times = [.. verdicts.Select(verdict => verdict.Time)];
        double[] Relative(Func<RiskVerdict, double> value) =>
            [.. verdicts.Select(v => (value(v) - v.Theory) / v.Theory)];
        if (verdicts.Any(verdict => verdict.Spread > 0))
            chart.Band(
                times,
                Relative(v => v.Theory - 2 * v.Spread),
                Relative(v => v.Theory + 2 * v.Spread),
                FigureColors.Theory);
        chart.Band(
            times,
            Relative(v => v.Observed - 2 * v.StandardError),
            Relative(v => v.Observed + 2 * v.StandardError),
            FigureColors.Observed);
        if (verdicts.All(verdict => verdict.Exact is not null))
            chart.Line(times, Relative(v => v.Exact!.Value), FigureColors.Exact, width: 1.5f);
        return chart.Dots(times, Relative(v => v.Observed), FigureColors.Observed, size: 5);
    }

    private static IEnumerable<KeyEntry> Key(RunRecord run, bool exact)
    {
        var samples = run.Spec.Data is FileData ? "held-out rows ± 2 s.e." : "SGD, test samples ± 2 s.e.";
        yield return new(samples, FigureColors.Observed, KeyMark.Dots);
        if (exact)
            yield return new("SGD, closed form", FigureColors.Exact, KeyMark.Line);
        if (run.Theory is not null)
            yield return new(
                RiskSpread.Of(run) is null ? "infinite width" : "limit ± 2 s.d.",
                FigureColors.Theory,
                KeyMark.Line);
    }

    private static string Caption(RunRecord run, bool deviation)
    {
        var samples = run.Spec.Data is FileData
            ? "Points: mean squared error on the held-out rows"
            : "Points: the risk estimated on fresh test samples";
        var theory = run.Theory is null
            ? ""
            : " Line: the infinite-width limit, solved independently of the simulation"
                + (RiskSpread.Of(run) is null
                    ? "."
                    : "; its band is two standard deviations of the risk of N neurons over random starts, to first "
                        + "order in 1/√N.");
        var below = deviation ? " Below: the relative deviation of the risk from the limit." : "";
        return $"{samples}; the band is two standard errors.{theory}{below}";
    }
}
