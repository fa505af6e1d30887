using MeanField.Lab.Runs;

namespace MeanField.Cli.Running;

/// <summary>What is known of a run before it starts: nothing, or what an earlier session recorded.</summary>
/// <param name="Signals">The signals of the first steps: all that is needed to rebuild the particles.</param>
/// <param name="ObserveFrom">Observed steps before this one have been measured.</param>
internal sealed record KnownRun(ReadOnlyMemory<double> Signals, long ObserveFrom)
{
    public static KnownRun Nothing { get; } = new(ReadOnlyMemory<double>.Empty, 0);

    public static KnownRun Of(RunRecord record) =>
        new(record.ReadSignals(), record.Observations.IsEmpty ? 0 : record.Observations[^1].Step + 1);
}
