using System.Xml.Linq;
using MeanField.Lab.Reports;
using MeanField.Lab.Reports.Sections;

namespace MeanField.Lab.Studies.Publishing;

/// <summary>The page of a verification: every row, then each claim with its figures.</summary>
internal static class VerifyPage
{
    public static string Of(Verification verification) => HtmlPage.Of(
        "The theory, measured",
        Html.Element(
            "header",
            Html.Element("h1", "The theory, measured"),
            Html.Paragraph(Html.Class("summary"), Summary(verification))),
        Html.Table(
            ["‹claim", "‹verdict", "‹decided by", "measured", "‹theory"],
            verification.Claims.Select(Overview)),
        Html.Paragraph(
            Html.Class("note"),
            $"Intervals hold with probability {Estimate.Confidence * 100:0.#} % each. A statement holds "
            + "where the interval admits it and is narrow enough to refuse a wrong one. It is explained "
            + "where the interval refuses what is printed, and admits what the explanation predicts in its "
            + "place."),
        verification.Claims.Select(measured => Section(measured, verification.Effort)));

    private static string Summary(Verification verification) =>
        $"{verification.Claims.Length} claims, {verification.Effort.ToString().ToLowerInvariant()}: "
        + $"{verification.Count(Verdict.Holds)} hold, {verification.Count(Verdict.Explained)} explained, "
        + $"{verification.Count(Verdict.Undecided)} undecided, {verification.Count(Verdict.Fails)} fail.";

    private static string[] Overview(MeasuredClaim measured)
    {
        // the check that the verdict comes from
        var check = measured.Finding.Checks.First(check => check.Verdict == measured.Finding.Verdict);
        var row = CheckWords.Row(check);
        return [measured.Claim.Name, CheckWords.Word(measured.Finding.Verdict), row[0], row[1], row[3]];
    }

    private static XElement Section(MeasuredClaim measured, Effort effort) => Html.Section(
        measured.Claim.Name,
        Html.Paragraph(measured.Claim.Statement),
        Html.Terms(
        [
            ("source", measured.Claim.Source),
            ("measured by", measured.Claim.Method),
            ("again", Html.Code(CheckWords.Command(measured.Claim, effort))),
        ]),
        Html.Table(
            [.. CheckWords.Heads.Select((head, i) => i is 0 or 3 or 4 ? "‹" + head : head)],
            measured.Finding.Checks.Select(CheckWords.Row)),
        Explanations(measured.Finding),
        measured.Finding.Remark.Length == 0 ? null : Html.Paragraph(measured.Finding.Remark),
        measured.Finding.Figures.Select(FigureSection.Of));

    private static IEnumerable<XElement> Explanations(Finding finding) => finding.Checks
        .Where(check => check.Verdict == Verdict.Explained)
        .Select(check => Html.Paragraph(Html.Class("notice"), check.Explanation!.Text));
}
