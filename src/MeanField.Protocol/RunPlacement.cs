using System.Collections.Immutable;

namespace MeanField.Protocol;

/// <summary>Where a run is, as HOST:PORT of members.</summary>
/// <param name="Coordinator">The member that holds its coordinator.</param>
/// <param name="Holders">Those that hold its particles, in order.</param>
public sealed record RunPlacement(string Coordinator, ImmutableArray<string> Holders);
