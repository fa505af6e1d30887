using MeanField.Core.Specification;

namespace MeanField.Cli;

/// <summary>A command that cannot go on, in lines that a person can act on.</summary>
internal sealed class Refusal(int exitCode, IReadOnlyList<Fault> faults) : Exception(faults[0].Message)
{
    public Refusal(int exitCode, string path, string message)
        : this(exitCode, [new Fault(path, message)])
    {
    }

    public int ExitCode { get; } = exitCode;

    public IReadOnlyList<Fault> Faults { get; } = faults;

    public static Refusal BadUsage(string path, string message) => new(Cli.ExitCode.BadUsage, path, message);

    public static Refusal Failed(string path, string message) => new(Cli.ExitCode.Failed, path, message);
}
