using System.CommandLine;
using MeanField.Actors.Clients;
using MeanField.Cli.Clients;
using MeanField.Cli.Reporting;
using MeanField.Protocol;

namespace MeanField.Cli.Commands;

/// <summary><c>meanfield status</c> and <c>cancel</c>: the runs of a cluster.</summary>
internal static class StatusCommand
{
    public static Command Create(Shell shell)
    {
        var run = new Argument<string?>("RUN") { Description = "A run; by default all.", Arity = ArgumentArity.ZeroOrOne };
        var cluster = new ClusterAddress();
        var command = new Command("status", "Say how the runs of a cluster are doing.") { run, CommonSymbols.Json };
        cluster.AddTo(command);
        command.SetAction((parsed, cancellation) => ClusterTalk.RunAsync(async () =>
        {
            var name = parsed.GetValue(run) is { } text ? ClusterTalk.Name(text) : (RunId?)null;
            await using var client = await cluster.ConnectAsync(parsed, shell.Clock, cancellation);
            var asJson = parsed.GetValue(CommonSymbols.Json);
            await (name is { } one
                ? TellAsync(shell.Output, client, one, asJson, cancellation)
                : TellAsync(shell.Output, client, asJson, cancellation));
            return ExitCode.Done;
        }));
        return command;
    }

    private static async Task TellAsync(
        TextWriter output, ClusterClient client, bool asJson, CancellationToken cancellation)
    {
        var list = await client.StatusAsync(cancellation);
        if (asJson)
            output.WriteLine(JsonOutput.Line(StatusTable.ToJson(list)));
        else
            StatusTable.Write(output, list);
    }

    private static async Task TellAsync(
        TextWriter output, ClusterClient client, RunId run, bool asJson, CancellationToken cancellation)
    {
        var status = await client.StatusAsync(run, cancellation);
        var placement = await client.PlacementAsync(run, cancellation);
        if (asJson)
            output.WriteLine(JsonOutput.Line(StatusTable.ToJson(status, placement)));
        else
            StatusTable.Write(output, status, placement);
    }

    public static Command CreateCancel(Shell shell)
    {
        var run = new Argument<string>("RUN") { Description = "The run to stop where it stands." };
        var cluster = new ClusterAddress();
        var command = new Command("cancel", "Stop a run of a cluster where it stands.") { run, CommonSymbols.Json };
        cluster.AddTo(command);
        command.SetAction((parsed, cancellation) => ClusterTalk.RunAsync(async () =>
        {
            var name = ClusterTalk.Name(parsed.GetRequiredValue(run));
            await using var client = await cluster.ConnectAsync(parsed, shell.Clock, cancellation);
            var status = await client.CancelAsync(name, cancellation);
            if (parsed.GetValue(CommonSymbols.Json))
                shell.Output.WriteLine(JsonOutput.Line(StatusTable.ToJson(status)));
            else
                StatusTable.Write(shell.Output, [status]);
            return ExitCode.Done;
        }));
        return command;
    }
}
