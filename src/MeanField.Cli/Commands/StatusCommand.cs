using System.CommandLine;
using System.Text.Json.Nodes;
using MeanField.Cli.Clients;
using MeanField.Cli.Reporting;

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
            var name = parsed.GetValue(run) is { } text ? ClusterTalk.Name(text) : (Protocol.RunId?)null;
            await using var client = await cluster.ConnectAsync(parsed, shell.Clock, cancellation);
            var runs = name is { } one
                ? [await client.StatusAsync(one, cancellation)]
                : await client.StatusAsync(cancellation);
            if (!parsed.GetValue(CommonSymbols.Json))
                StatusTable.Write(shell.Output, runs);
            else if (name is not null)
                shell.Output.WriteLine(JsonOutput.Line(StatusTable.ToJson(runs[0])));
            else
                shell.Output.WriteLine(JsonOutput.Line(new JsonObject
                {
                    ["runs"] = new JsonArray([.. runs.Select(StatusTable.ToJson)]),
                }));
            return ExitCode.Done;
        }));
        return command;
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
