using System.Security.Cryptography;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures;

namespace MeanField.Actors.Tests;

/// <summary>All that a run of an experiment told, as lines that are equal only where every bit is.</summary>
internal static class RunDigest
{
    public static IReadOnlyList<string> Of(IReadOnlyCollection<RunEvent> events) =>
    [
        Hash(events.OfType<SignalsRecorded>().SelectMany(recorded => recorded.Values)),
        Hash(events.OfType<ParticlesRead>().SelectMany(read => read.Values)),
        .. events.OfType<MeasureObserved>().Select(observed => Line(observed.Observation)),
        $"{events.Last()}",
    ];

    private static string Line(Observation o) =>
        $"{o.Step} {o.Time:R} {o.Risk:R} {o.RiskStandardError:R} "
            + $"{Hash(o.Columns.Select(column => column.Value))} "
        + $"{Hash(o.Paths)} {string.Join(',', o.Histogram?.Counts ?? [])}";

    private static string Hash(IEnumerable<double> values) => Convert.ToHexString(
        SHA256.HashData([.. values.SelectMany(BitConverter.GetBytes)]));
}
