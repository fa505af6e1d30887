using MeanField.Protocol;

namespace MeanField.Cli.Clients;

/// <summary>Where a cluster computes a run, as its directory remembers it.</summary>
internal sealed record ClusterPlace(RunId Run, int Shards, int Nodes);
