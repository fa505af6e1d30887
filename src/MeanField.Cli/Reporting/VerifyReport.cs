using MeanField.Lab.Studies;
using MeanField.Lab.Studies.Publishing;

namespace MeanField.Cli.Reporting;

/// <summary>What a verification says at its end, for people and for programs.</summary>
internal sealed record VerifyReport(Shell Shell, string Directory)
{
    private const int TextColumns = 2;

    /// <summary>Prints, and returns the exit code: 3 where a claim fails.</summary>
    public int Print(Verification verification, bool json)
    {
        if (json)
            PrintJson(verification);
        else
            PrintText(verification);
        return verification.Count(Verdict.Fails) == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private void PrintJson(Verification verification)
    {
        var node = VerifyJson.Object(verification);
        node.Insert(0, "directory", Path.GetFullPath(Directory));
        node.Insert(1, "page", Path.GetFullPath(Path.Combine(Directory, VerifyFiles.Page)));
        Shell.Output.WriteLine(JsonOutput.Line(node));
    }

    private void PrintText(Verification verification)
    {
        TextTable.Write(
            Shell.Output, ["claim", .. CheckWords.Heads], [.. verification.Claims.SelectMany(Rows)], TextColumns);
        Shell.Output.WriteLine();
        foreach (var (claim, check) in Explained(verification))
            Shell.Output.WriteLine($"{claim}: {check.Explanation!.Text}");
        Shell.Output.WriteLine(
            $"{verification.Claims.Length} claims: {verification.Count(Verdict.Holds)} hold, "
            + $"{verification.Count(Verdict.Explained)} explained, {verification.Count(Verdict.Undecided)} undecided, "
            + $"{verification.Count(Verdict.Fails)} fail; intervals of {Estimate.Confidence * 100:0.#} %");
        Shell.Output.WriteLine(Path.Combine(Directory, VerifyFiles.Page));
    }

    private static IEnumerable<string[]> Rows(MeasuredClaim measured) => measured.Finding.Checks.Select(
        (check, i) => (string[])[i == 0 ? measured.Claim.Name : "", .. CheckWords.Row(check)]);

    private static IEnumerable<(string Claim, Check Check)> Explained(Verification verification) =>
        from measured in verification.Claims
        from check in measured.Finding.Checks
        where check.Verdict == Verdict.Explained
        select (measured.Claim.Name, check);
}
