using System.Xml.Linq;
using MeanField.Lab.Figures;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Reports.Sections;

/// <summary>The risk at observed times beside the theory's, in numbers.</summary>
internal static class VerdictSection
{
    private const int MostRows = 14;
    private const double Threshold = 2;

    /// <summary>Null where there is no reference.</summary>
    public static XElement? Of(RunRecord run)
    {
        var verdicts = RiskVerdict.Of(run);
        if (verdicts.Count == 0)
            return null;
        return Html.Section(
            "Against the theory",
            Html.Paragraph(Summary(verdicts)),
            Html.Table(
                ["t", "risk", "s.e.", "theory", "deviation", "in s.d."],
                Choose(verdicts).Select(verdict => Row(verdict, Decimals(verdicts)))),
            Html.Paragraph(
                Html.Class("note"),
                "A standard deviation is that of the sampling"
                + (verdicts.Any(verdict => verdict.Spread > 0)
                    ? " and that of the risk of N neurons over random starts, which the theory predicts, together. "
                    : ". ")
                + $"A network of N\u00A0=\u00A0{FigureNumber.Count(run.Spec.Network.Particles)} neurons differs from "
                + "the limit not only by the sampling error of its measured risk: its mean risk is off by a number "
                + "of order 1/N, one run's risk fluctuates around that by order 1/√N, and ε > 0 adds its own "
                + "share. All times are in ",
                Html.Code(RunFiles.TrajectoryCsv), " and ", Html.Code(RunFiles.TheoryCsv), "."));
    }

    private static string Summary(IReadOnlyList<RiskVerdict> verdicts)
    {
        var within = verdicts.Count(verdict => Math.Abs(verdict.Deviations) <= Threshold);
        var largest = verdicts.MaxBy(verdict => Math.Abs(Relative(verdict)))!;
        return $"At {within} of {verdicts.Count} observed times the measured risk lies within two standard deviations "
            + $"of the infinite-width limit. The largest relative deviation is {Percent(Relative(largest))}, at "
            + $"t\u00A0=\u00A0{FigureNumber.Text(largest.Time)}.";
    }

    private static string[] Row(RiskVerdict verdict, int decimals) =>
    [
        FigureNumber.Text(verdict.Time),
        FigureNumber.Fixed(verdict.Observed, decimals),
        FigureNumber.Fixed(verdict.StandardError, decimals),
        FigureNumber.Fixed(verdict.Theory, decimals),
        Percent(Relative(verdict)),
        double.IsFinite(verdict.Deviations) ? FigureNumber.Fixed(verdict.Deviations, 1) : "–",
    ];

    /// <summary>So many that the smallest standard error shows two digits.</summary>
    private static int Decimals(IReadOnlyList<RiskVerdict> verdicts)
    {
        var errors = verdicts.Select(verdict => verdict.StandardError).Where(error => error > 0);
        var smallest = errors.DefaultIfEmpty(1e-4).Min();
        return Math.Clamp(1 - (int)Math.Floor(Math.Log10(smallest)), 3, 9);
    }

    /// <summary>First, last and evenly between.</summary>
    private static IEnumerable<RiskVerdict> Choose(IReadOnlyList<RiskVerdict> verdicts)
    {
        if (verdicts.Count <= MostRows)
            return verdicts;
        var spacing = (verdicts.Count - 1) / (MostRows - 1.0);
        return Enumerable.Range(0, MostRows).Select(i => verdicts[(int)Math.Round(i * spacing)]);
    }

    private static double Relative(RiskVerdict verdict) =>
        (verdict.Observed - verdict.Theory) / verdict.Theory;

    private static string Percent(double fraction) => $"{FigureNumber.Fixed(100 * fraction, 2)} %";
}
