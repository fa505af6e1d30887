using System.CommandLine;
using System.Text.Json.Nodes;
using MeanField.Actors.Clients;
using MeanField.Cli.Clients;
using MeanField.Cli.Reporting;
using MeanField.Core.Specification;
using MeanField.Protocol;

namespace MeanField.Cli.Commands;

/// <summary><c>meanfield submit</c>: an experiment on a cluster, followed or left alone.</summary>
internal static class SubmitCommand
{
    public static Command Create(Shell shell)
    {
        var (sets, shards, cluster) = (CommonSymbols.Sets(), Shards(), new ClusterAddress());
        var (output, wait) = (CommonSymbols.Output(), Wait());
        var command = new Command("submit", "Run an experiment on a cluster; it goes on whatever becomes of this process.")
        {
            CommonSymbols.Specification, output, wait, sets, shards, CommonSymbols.Json, CommonSymbols.Verbose,
        };
        cluster.AddTo(command);
        command.SetAction((parsed, cancellation) => ClusterTalk.RunAsync(async () =>
        {
            var spec = SpecificationFile.Read(
                parsed.GetRequiredValue(CommonSymbols.Specification), parsed.GetValue(sets));
            if (parsed.GetValue(shards) is < 1)
                throw Refusal.BadUsage("--shards", $"must be at least 1, is {parsed.GetValue(shards)}");
            await using var client = await cluster.ConnectAsync(parsed, shell.Clock, cancellation);
            var run = await client.SubmitAsync(
                SpecificationJson.Write(spec, indented: false),
                new SubmissionOptions { Title = spec.Name, Shards = parsed.GetValue(shards) },
                cancellation);
            shell.Error.WriteLine($"{spec.Name}: submitted as {run}");
            if (parsed.GetValue(wait) || parsed.GetValue(output) is not null)
                return await FetchCommand.FollowAsync(shell, parsed, client, run, spec, output, cluster, cancellation);
            Tell(shell, parsed.GetValue(CommonSymbols.Json), run, FetchCommand.Line(run, cluster.Typed(parsed), null));
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Tell(Shell shell, bool json, RunId run, string fetch)
    {
        if (json)
            shell.Output.WriteLine(JsonOutput.Line(new JsonObject { ["run"] = run.Value, ["status"] = "submitted" }));
        else
            shell.Output.WriteLine($"{run}\n'{fetch}' brings its directory back");
    }

    private static Option<bool> Wait() => new("--wait")
    {
        Description = "Follow the run to its end and bring its directory back; so does --out.",
    };

    private static Option<int?> Shards() => new("--shards")
    {
        Description = "How many shards hold the particles; by default as many as suit the cluster.",
        HelpName = "S",
    };
}
