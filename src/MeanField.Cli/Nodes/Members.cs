using System.Net.Sockets;
using MeanField.Actors;
using MeanField.Actors.Membership;

namespace MeanField.Cli.Nodes;

/// <summary>Starts a member, or says in a line why it cannot.</summary>
internal static class Members
{
    public static async Task<ActorEngine> StartAsync(ActorEngineOptions options, CancellationToken cancellation)
    {
        try
        {
            return await ActorEngine.StartAsync(options, cancellation);
        }
        catch (NodeRefusedException refused)
        {
            throw Refusal.BadUsage("--join", refused.Message);
        }
        catch (NodeExpelledException expelled)
        {
            throw new Refusal(ExitCode.Downed, "node", $"{expelled.Message}; start it again to join them");
        }
        catch (Exception failure) when (Causes(failure).OfType<SocketException>().FirstOrDefault() is { } reason)
        {
            throw Refusal.BadUsage("--listen", $"{options.Listen} cannot be listened on: {reason.Message}");
        }
    }

    private static IEnumerable<Exception> Causes(Exception failure) => failure switch
    {
        AggregateException several => several.InnerExceptions.SelectMany(Causes),
        { InnerException: { } inner } => Causes(inner).Prepend(failure),
        _ => [failure],
    };
}
