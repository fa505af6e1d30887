using System.CommandLine;
using System.CommandLine.Invocation;
using MeanField.Cli.Reporting;
using MeanField.Core.Specification;
using MeanField.Lab.Runs;

namespace MeanField.Cli.Commands;

/// <summary>The commands of <c>meanfield</c>, and what becomes of their faults.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Shell shell) =>
        new("Mean-field SGD of two-layer neural networks, held against its infinite-width limit.")
        {
            RunCommand.Create(shell),
            ResumeCommand.Create(shell),
            TheoryCommand.Create(shell),
            CompareCommand.Create(shell),
            ReportCommand.Create(shell),
            VerifyCommand.Create(shell),
            NodeCommand.Create(),
            SubmitCommand.Create(shell),
            FetchCommand.Create(shell),
            StatusCommand.Create(shell),
            StatusCommand.CreateCancel(shell),
            WorkerCommand.Create(),
            CertificatesCommand.Create(shell),
        };

    public static ParseResult Parse(RootCommand root, IReadOnlyList<string> arguments) =>
        root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, Shell shell, CancellationToken cancellation)
    {
        var faults = new FaultWriter(shell, Json: arguments.Contains(CommonSymbols.Json.Name));
        var parsed = Parse(Create(shell), arguments);
        if (parsed.Action is ParseErrorAction)
            return faults.Usage(parsed);
        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = shell.Output,
                Error = shell.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (Refusal refusal)
        {
            return faults.Write(refusal.ExitCode, refusal.Faults);
        }
        catch (SpecificationException refused)
        {
            return faults.Write(ExitCode.BadUsage, refused.Faults);
        }
        catch (RunDirectoryException refused)
        {
            return faults.Write(ExitCode.BadUsage, "directory", refused.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return faults.Write(ExitCode.Interrupted, "interrupted", "before anything was written");
        }
        catch (Exception failure)
        {
            if (arguments.Contains(CommonSymbols.Verbose.Name))
                await shell.Error.WriteLineAsync(failure.ToString());
            return faults.Write(ExitCode.Failed, "failed", failure.Message);
        }
    }
}
