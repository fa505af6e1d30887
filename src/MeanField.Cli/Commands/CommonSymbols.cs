using System.CommandLine;

namespace MeanField.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class CommonSymbols
{
    public static Argument<string> Specification { get; } = new("SPEC") { Description = "An experiment file." };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON object and nothing else on standard output.",
    };

    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Log what happens, not only what goes wrong, on standard error.",
    };

    public static Option<string?> Output() => new("--out")
    {
        Description = "The run directory; by default a new one in runs/.",
        HelpName = "DIR",
    };

    public static Option<string[]> Sets() => new("--set")
    {
        Description = "Replace a value of the experiment file, as in training.stepSize=1e-5; may be repeated.",
        HelpName = "path=value",
        DefaultValueFactory = _ => [],
    };
}
