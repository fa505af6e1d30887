using MeanField.Protocol;

namespace MeanField.Actors.Clients;

/// <summary>No member has answered for as long as the client waits.</summary>
public sealed class ClusterUnreachableException(string message) : Exception(message);

/// <summary>The cluster will not run this.</summary>
public sealed class SubmissionRefusedException(string reason) : Exception(reason);

/// <summary>The cluster knows no run of that name.</summary>
public sealed class UnknownRunException(RunId run) : Exception($"no run is called {run}");
