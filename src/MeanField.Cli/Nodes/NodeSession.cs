using MeanField.Actors;
using MeanField.Actors.Membership;
using Serilog.Core;
using Serilog.Extensions.Logging;

namespace MeanField.Cli.Nodes;

/// <summary>One member from its start until it is told to go, or told that it has gone.</summary>
internal sealed class NodeSession(NodeSettings settings)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var name = (settings.Public ?? settings.Listen).ToString().Replace(':', '-').Trim('[', ']');
        var logs = NodeLogs.Create(settings.Data, name, settings.Verbose);
        try
        {
            return await RunAsync(logs, cancellation);
        }
        finally
        {
            await NodeLogs.CloseAsync(logs);
        }
    }

    private async Task<int> RunAsync(Logger logs, CancellationToken cancellation)
    {
        using var loggers = new SerilogLoggerFactory(logs);
        var news = new MembershipNews(logs);
        var journal = await Journals.IdentityAsync(settings.Journal, cancellation);
        var options = settings.Options() with
        {
            Identity = Identities.OfThisProgram with { Journal = journal },
            Logging = loggers,
            OnMembershipChange = news.Tell,
        };
        await using var health = HealthEndpoint.Open(settings.Health, () => news.IsMember);
        await using var engine = await Members.StartAsync(options, cancellation);
        logs.Information("Member {Address} with {Roles}", engine.Address, settings.Roles);
        return await UntilTheEndAsync(engine, news, logs, cancellation);
    }

    private static async Task<int> UntilTheEndAsync(
        ActorEngine engine, MembershipNews news, Logger logs, CancellationToken cancellation)
    {
        var asked = Task.Delay(Timeout.Infinite, cancellation);
        var ended = engine.WaitForEndAsync();
        if (await Task.WhenAny(asked, ended) == asked)
        {
            news.Leave();
            logs.Information("Leaving: what this member holds is handed over");
            await engine.LeaveAsync();
            logs.Information("Member {Address} has left", engine.Address);
            return ExitCode.Done;
        }
        return await ended == MembershipEnd.Left
            ? ExitCode.Done
            : throw new Refusal(
                ExitCode.Downed, "node", "the other members went on without this one; start it again to join them");
    }
}
