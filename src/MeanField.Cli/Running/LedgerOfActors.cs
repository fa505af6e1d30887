using MeanField.Lab.Communication;
using MeanField.Protocol;

namespace MeanField.Cli.Running;

/// <summary>The actors' counts in the form that a run directory keeps; Actors and Lab do not know each other.</summary>
internal static class LedgerOfActors
{
    public static Lab.Communication.CommunicationLedger Translate(Protocol.CommunicationLedger counted) => new(
        [.. counted.Entries().Select(Translate)],
        [
            new LedgerTime("compute", counted.Compute.TotalSeconds),
            new LedgerTime("network", counted.Network.TotalSeconds),
            new LedgerTime("wait", counted.SinkWait.TotalSeconds),
        ]);

    private static LedgerEntry Translate(TrafficEntry entry) => new(
        Name(entry.Kind), Name(entry.Link), Name(entry.Direction), entry.Messages, entry.PayloadBytes);

    private static string Name<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
