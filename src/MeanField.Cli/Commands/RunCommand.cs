using System.CommandLine;
using MeanField.Cli.Running;
using MeanField.Core.Specification;

namespace MeanField.Cli.Commands;

/// <summary><c>meanfield run</c>: an experiment to its end, in this process and others that it starts.</summary>
internal static class RunCommand
{
    public static Command Create(Shell shell)
    {
        var (sets, output, engine) = (CommonSymbols.Sets(), CommonSymbols.Output(), Engine());
        var (shards, nodes) = (Shards(), Nodes());
        var command = new Command("run", "Run an experiment to the end and write its run directory.")
        {
            CommonSymbols.Specification, output, sets, engine, shards, nodes, CommonSymbols.Json, CommonSymbols.Verbose,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var kind = EngineChoice.Parse(parsed.GetRequiredValue(engine));
            var choice = new EngineChoice(kind, parsed.GetValue(shards), parsed.GetValue(nodes));
            choice.Check();
            var spec = SpecificationFile.Read(
                parsed.GetRequiredValue(CommonSymbols.Specification), parsed.GetValue(sets));
            var launch = new RunLaunch(shell, parsed.GetValue(CommonSymbols.Json), parsed.GetValue(CommonSymbols.Verbose));
            return launch.StartAsync(spec, choice, parsed.GetValue(output), cancellation);
        });
        return command;
    }

    private static Option<string> Engine()
    {
        var engine = new Option<string>("--engine")
        {
            Description = "actors: shards and a coordinator on an embedded cluster; serial: the reference, without any actor.",
            DefaultValueFactory = _ => "actors",
            HelpName = "serial|actors",
        };
        return engine.AcceptOnlyFromAmong("serial", "actors");
    }

    private static Option<int?> Shards() => new("--shards")
    {
        Description = "How many shards hold the particles; any number gives the same answer.",
        HelpName = "S",
    };

    private static Option<int> Nodes() => new("--nodes")
    {
        Description = "How many processes of this machine share the work; any number gives the same answer.",
        DefaultValueFactory = _ => 1,
        HelpName = "P",
    };
}
