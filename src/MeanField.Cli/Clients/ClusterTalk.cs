using MeanField.Actors.Clients;
using MeanField.Protocol;

namespace MeanField.Cli.Clients;

/// <summary>What can go wrong between a client and a cluster, in a line each.</summary>
internal static class ClusterTalk
{
    public static async Task<int> RunAsync(Func<Task<int>> talk)
    {
        try
        {
            return await talk();
        }
        catch (ClusterUnreachableException unreachable)
        {
            throw Refusal.BadUsage("--to", unreachable.Message);
        }
        catch (UnknownRunException unknown)
        {
            throw Refusal.BadUsage("RUN", unknown.Message);
        }
        catch (SubmissionRefusedException refused)
        {
            throw Refusal.BadUsage("SPEC", $"the cluster refuses it: {refused.Message}");
        }
    }

    public static RunId Name(string text)
    {
        try
        {
            return new(text);
        }
        catch (FormatException fault)
        {
            throw Refusal.BadUsage("RUN", fault.Message);
        }
    }
}
