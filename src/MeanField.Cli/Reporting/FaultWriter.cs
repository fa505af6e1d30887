using System.CommandLine;
using System.Text.Json.Nodes;
using MeanField.Core.Specification;

namespace MeanField.Cli.Reporting;

/// <summary>Says what is wrong: one line per fault for people and, where JSON was asked for, one object.</summary>
internal sealed record FaultWriter(Shell Shell, bool Json)
{
    public int Usage(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        var code = Write(ExitCode.BadUsage, [.. parsed.Errors.Select(error => new Fault("usage", error.Message))]);
        Shell.Error.WriteLine($"usage: 'meanfield{command} --help' says what is allowed");
        return code;
    }

    public int Write(int exitCode, string path, string message) => Write(exitCode, [new Fault(path, message)]);

    public int Write(int exitCode, IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults)
            Shell.Error.WriteLine(OneLine(fault.ToString()));
        if (Json)
            Shell.Output.WriteLine(ToJson(exitCode, faults));
        return exitCode;
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string ToJson(int exitCode, IReadOnlyList<Fault> faults)
    {
        var listed = faults.Select(fault => new JsonObject { ["path"] = fault.Path, ["message"] = fault.Message });
        return JsonOutput.Line(new JsonObject
        {
            ["status"] = exitCode switch
            {
                ExitCode.BadUsage => "refused",
                ExitCode.Interrupted => "interrupted",
                _ => "failed",
            },
            ["faults"] = new JsonArray([.. listed]),
        });
    }
}
