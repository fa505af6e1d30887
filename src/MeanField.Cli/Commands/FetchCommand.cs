using System.CommandLine;
using MeanField.Actors.Clients;
using MeanField.Cli.Clients;
using MeanField.Cli.Running;
using MeanField.Core.Specification;
using MeanField.Protocol;

namespace MeanField.Cli.Commands;

/// <summary><c>meanfield fetch</c>: the directory of a run that a cluster computes, or has computed.</summary>
internal static class FetchCommand
{
    public static Command Create(Shell shell)
    {
        var run = new Argument<string>("RUN") { Description = "The name that the run was submitted as." };
        var (output, cluster) = (CommonSymbols.Output(), new ClusterAddress());
        var command = new Command("fetch", "Follow a run of a cluster to its end and bring its directory back.")
        {
            run, output, CommonSymbols.Json, CommonSymbols.Verbose,
        };
        cluster.AddTo(command);
        command.SetAction((parsed, cancellation) => ClusterTalk.RunAsync(async () =>
        {
            var name = ClusterTalk.Name(parsed.GetRequiredValue(run));
            await using var client = await cluster.ConnectAsync(parsed, shell.Clock, cancellation);
            var text = await client.SpecificationAsync(name, cancellation);
            var spec = SpecificationJson.Parse(text, null, null);
            return await FollowAsync(shell, parsed, client, name, spec, output, cluster, cancellation);
        }));
        return command;
    }

    /// <summary>Writes the run's directory as it comes; leaving early leaves the run alone.</summary>
    public static async Task<int> FollowAsync(
        Shell shell,
        ParseResult parsed,
        ClusterClient client,
        RunId run,
        ExperimentSpec spec,
        Option<string?> output,
        ClusterAddress cluster,
        CancellationToken cancellation)
    {
        var status = await client.StatusAsync(run, cancellation);
        if (status.State == RunState.Waiting)
            throw Refusal.Failed(run.Value, $"waits until it can be opened, and goes on then: {status.Reason}");
        var place = new ClusterPlace(run, Math.Max(1, status.Shards), Math.Max(1, status.Nodes));
        var launch = new RunLaunch(
            shell, parsed.GetValue(CommonSymbols.Json), parsed.GetValue(CommonSymbols.Verbose));
        return await launch.FollowAsync(
            spec,
            new ClusterRun(client, run),
            place,
            parsed.GetValue(output),
            path => Line(run, cluster.Typed(parsed), path),
            cancellation);
    }

    /// <summary>What to type to have the run's directory.</summary>
    public static string Line(RunId run, string cluster, string? output) =>
        $"meanfield fetch {run} {cluster}" + (output is null ? "" : $" --out {output}");
}
