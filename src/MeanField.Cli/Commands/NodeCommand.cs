using System.CommandLine;
using MeanField.Cli.Nodes;
using MeanField.Cli.Security;

namespace MeanField.Cli.Commands;

/// <summary><c>meanfield node</c>: one member of a cluster, until it is told to stop.</summary>
internal static class NodeCommand
{
    private const string Place = "HOST:PORT";

    public static Command Create()
    {
        var (listen, publicly, join, roles) = (Listen(), Public(), Join(), Roles());
        var (data, journal, threads, health) = (Data(), Journal(), Threads(), Health());
        var (security, insecure) = (new SecuritySymbols(), Insecure());
        var command = new Command("node", "Be a member of a cluster, until told to stop; without --join, form one.")
        {
            listen, publicly, join, roles, data, journal, threads, health, insecure, CommonSymbols.Verbose,
        };
        foreach (var option in security.Options)
            command.Add(option);
        command.SetAction((parsed, cancellation) =>
        {
            var settings = new NodeSettings
            {
                Listen = EndpointArgument.Listen("--listen", parsed.GetRequiredValue(listen)),
                Public = parsed.GetValue(publicly) is { } place ? EndpointArgument.Remote("--public", place) : null,
                Join = [.. parsed.GetRequiredValue(join).Select(seed => EndpointArgument.Remote("--join", seed))],
                Roles = RoleArgument.Parse(parsed.GetRequiredValue(roles)),
                Data = parsed.GetRequiredValue(data),
                Journal = Journals.Parse(parsed.GetValue(journal), parsed.GetRequiredValue(data)),
                Threads = parsed.GetValue(threads),
                Health = parsed.GetValue(health) is { } well ? EndpointArgument.Listen("--health", well) : null,
                Security = security.Read(parsed),
                Insecure = parsed.GetValue(insecure),
                Verbose = parsed.GetValue(CommonSymbols.Verbose),
            };
            settings.Check();
            return new NodeSession(settings).RunAsync(cancellation);
        });
        return command;
    }

    private static Option<string> Listen() => new("--listen")
    {
        Description = "Where to listen; port 0 takes one that is free.",
        DefaultValueFactory = _ => "127.0.0.1:4053",
        HelpName = Place,
    };

    private static Option<string?> Public() => new("--public")
    {
        Description = "Where others reach this node, if that is not where it listens (containers, address translation).",
        HelpName = Place,
    };

    private static Option<string[]> Join() => new("--join")
    {
        Description = "A member of the cluster to join; may be repeated, any of them will do. "
            + "A node that names itself first forms the cluster if no other answers.",
        HelpName = Place,
        DefaultValueFactory = _ => [],
    };

    private static Option<string[]> Roles()
    {
        var roles = new Option<string[]>("--role")
        {
            Description = "What this node may hold; may be repeated; by default both.",
            HelpName = string.Join('|', RoleArgument.Names),
            DefaultValueFactory = _ => [],
        };
        return roles.AcceptOnlyFromAmong(RoleArgument.Names);
    }

    private static Option<string> Data() => new("--data")
    {
        Description = "Where this node keeps what outlives it; several nodes may share it.",
        DefaultValueFactory = _ => NodeSettings.DefaultData,
        HelpName = "DIR",
    };

    private static Option<string?> Journal() => new("--journal")
    {
        Description = "Where runs are written down: a connection string of PostgreSQL, or a SQLite file, which only nodes of "
            + "one machine can share. All members name the same; by default journal.db in --data. Or by MEANFIELD_JOURNAL.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("MEANFIELD_JOURNAL") is { Length: > 0 } text ? text : null,
        HelpName = "CONNECTION",
    };

    private static Option<int> Threads() => new("--threads")
    {
        Description = "Threads that compute.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        HelpName = "T",
    };

    private static Option<string?> Health() => new("--health")
    {
        Description = "Answer HTTP there: 200 while this node is a member, 503 otherwise.",
        HelpName = Place,
    };

    private static Option<bool> Insecure() => new("--insecure")
    {
        Description = "Let other machines connect without certificates: whoever reaches this node may use it.",
    };
}
