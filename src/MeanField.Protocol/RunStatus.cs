namespace MeanField.Protocol;

/// <summary>What a run is doing.</summary>
public enum RunState : byte
{
    Running = 1,
    Completed = 2,

    /// <summary>Stopped by request.</summary>
    Cancelled = 3,

    Failed = 4,

    /// <summary>It cannot be opened now, and goes on when it can.</summary>
    Waiting = 5,
}

/// <summary>A run in a list of runs.</summary>
/// <param name="Run">Its name.</param>
/// <param name="Title">What its owner calls it.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Out of how many.</param>
/// <param name="Shards">Into how many shards its particles are split.</param>
/// <param name="Nodes">Nodes that hold them now.</param>
/// <param name="Failures">Failures survived.</param>
/// <param name="SubmittedAt">Milliseconds since 1970, UTC.</param>
/// <param name="Reason">Of a failure, or why it waits; empty otherwise.</param>
public sealed record RunStatus(
    RunId Run,
    string Title,
    RunState State,
    long Step,
    long Steps,
    int Shards,
    int Nodes,
    int Failures,
    long SubmittedAt,
    string Reason)
{
    /// <summary>Whether it will not step any more.</summary>
    public bool IsOver => State is not (RunState.Running or RunState.Waiting);
}
