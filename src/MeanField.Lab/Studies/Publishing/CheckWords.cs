using MeanField.Lab.Figures.Drawing;

namespace MeanField.Lab.Studies.Publishing;

/// <summary>A check in a table's words.</summary>
public static class CheckWords
{
    private const int Digits = 4;

    public static IReadOnlyList<string> Heads { get; } =
        ["quantity", "measured", "interval", "theory", "verdict"];

    public static string[] Row(Check check) =>
    [
        check.Quantity,
        Number(check.Measured.Value),
        Interval(check.Measured),
        Theory(check),
        Word(check.Verdict),
    ];

    /// <summary>What measures the claim again.</summary>
    public static string Command(Claim claim, Effort effort) =>
        $"meanfield verify {claim.Name}{(effort == Effort.Thorough ? " --thorough" : "")}";

    public static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    private static string Theory(Check check) => check.Verdict == Verdict.Explained
        ? $"{check.Stated.Text}; explained {check.Explanation!.Predicts.Text}"
        : check.Stated.Text;

    private static string Interval(Estimate measured) => measured.HalfWidth == 0
        ? "exact"
        : $"[{Number(measured.Low)}, {Number(measured.High)}]";

    private static string Number(double value) => FigureNumber.Text(value, Digits);
}
