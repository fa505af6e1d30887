using System.CommandLine;
using MeanField.Cli.Nodes;
using MeanField.Cli.Workers;

namespace MeanField.Cli.Commands;

/// <summary><c>meanfield worker</c>: what <c>run --nodes</c> starts; not for people.</summary>
internal static class WorkerCommand
{
    public static Command Create()
    {
        var join = new Option<string>("--join") { Required = true };
        var threads = new Option<int>("--threads") { Required = true };
        var checkpoints = new Option<string>("--checkpoints") { Required = true };
        var command = new Command("worker", "Hold shards for the process that started this one.")
        {
            join, threads, checkpoints,
        };
        command.Hidden = true;
        command.SetAction((parsed, _) => new WorkerSession(
            EndpointArgument.Remote("--join", parsed.GetRequiredValue(join)),
            parsed.GetRequiredValue(threads),
            parsed.GetRequiredValue(checkpoints)).RunAsync());
        return command;
    }
}
