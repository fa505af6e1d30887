using MeanField.Protocol;

namespace MeanField.Actors.Coordination;

/// <summary>What a coordinator is told once.</summary>
/// <param name="Run">Which run.</param>
/// <param name="Epoch">This incarnation.</param>
/// <param name="Shards">Into how many shards the particles are split.</param>
/// <param name="ObserveFrom">Observed steps before this one are not measured.</param>
/// <param name="Durable">What the journal has; null where none is kept.</param>
internal sealed record RunTerms(
    RunId Run, long Epoch, int Shards, long ObserveFrom, EventCursor? Durable);
