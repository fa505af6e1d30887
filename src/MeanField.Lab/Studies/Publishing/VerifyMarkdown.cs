using System.Text;

namespace MeanField.Lab.Studies.Publishing;

/// <summary><c>verify.md</c>: the same rows and figures for a page among documents.</summary>
internal static class VerifyMarkdown
{
    public static string Of(Verification verification)
    {
        var text = new StringBuilder();
        text.Append("| claim | decided by | measured | interval | theory | verdict |\n");
        text.Append("|---|---|---|---|---|---|\n");
        foreach (var measured in verification.Claims)
            foreach (var (i, check) in measured.Finding.Checks.Index())
                AppendRow(text, [i == 0 ? Link(measured.Claim.Name) : "", .. CheckWords.Row(check)]);
        foreach (var family in Claims.Families)
        {
            MeasuredClaim[] claims =
                [.. verification.Claims.Where(measured => family.Claims.Contains(measured.Claim))];
            if (claims.Length > 0)
                text.Append($"\n## {family.Title}\n");
            foreach (var measured in claims)
                AppendClaim(text, measured, verification.Effort);
        }
        return text.ToString();
    }

    private static void AppendClaim(StringBuilder text, MeasuredClaim measured, Effort effort)
    {
        var (claim, finding) = (measured.Claim, measured.Finding);
        text.Append($"\n### {claim.Name}\n\n{Escape(claim.Statement)}\n*{Escape(claim.Source)}.*\n\n");
        text.Append($"Measured: {Escape(claim.Method)}\n");
        foreach (var check in finding.Checks.Where(check => check.Verdict == Verdict.Explained))
            text.Append($"\n**What is found in its place:** {Escape(check.Explanation!.Text)}\n");
        if (finding.Remark.Length > 0)
            text.Append($"\n{Escape(finding.Remark)}\n");
        text.Append($"\n```sh\n{CheckWords.Command(claim, effort)}\n```\n");
        foreach (var figure in finding.Figures)
            text.Append($"\n![{figure.Title}](figures/{figure.Name}.png)\n\n{Escape(figure.Caption)}\n");
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append($"| {string.Join(" | ", cells.Select(Escape))} |\n");

    private static string Link(string name) => $"[{name}](#{name})";

    // a bar would end a cell; a star, an underscore or a bracket of a formula is none of Markdown's
    private static string Escape(string text) => text.StartsWith('[') && text.EndsWith(')')
        ? text
        : text.Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
