using System.CommandLine;
using MeanField.Actors.Clients;
using MeanField.Cli.Nodes;
using MeanField.Cli.Security;

namespace MeanField.Cli.Clients;

/// <summary>Which cluster a command speaks to, and how.</summary>
internal sealed class ClusterAddress
{
    private readonly SecuritySymbols _security = new();

    private readonly Option<string[]> _to = new("--to")
    {
        Description = "A member of the cluster; may be repeated, any of them will do.",
        HelpName = "HOST:PORT",
        Required = true,
    };

    public void AddTo(Command command)
    {
        command.Add(_to);
        foreach (var option in _security.Options)
            command.Add(option);
    }

    /// <summary>The address as it is typed, for lines that say what to type next.</summary>
    public string Typed(ParseResult parsed) =>
        string.Join(' ', parsed.GetRequiredValue(_to).Select(member => $"--to {member}"));

    public Task<ClusterClient> ConnectAsync(ParseResult parsed, TimeProvider clock, CancellationToken cancellation) =>
        ClusterClient.ConnectAsync(
            new()
            {
                Members = [.. parsed.GetRequiredValue(_to).Select(member => EndpointArgument.Remote("--to", member))],
                Security = _security.Read(parsed),
                Clock = clock,
            },
            cancellation);
}
