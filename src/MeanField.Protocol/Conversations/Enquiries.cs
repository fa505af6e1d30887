using System.Collections.Immutable;

namespace MeanField.Protocol.Conversations;

/// <summary>What runs there are and what they do: client → desk → register or coordinator → client.</summary>
public static class Enquiries
{
    /// <summary>Client → desk: is anybody there?</summary>
    public sealed record Greet : IWireMessage;

    /// <summary>Desk → client.</summary>
    /// <param name="Desks">Addresses of the members that have desks: any will do.</param>
    public sealed record Greeted(ImmutableArray<string> Desks) : IWireMessage;

    /// <summary>Client → desk → register: all runs, or those with these names.</summary>
    public sealed record GetRuns : IWireMessage;

    /// <param name="Runs">The open ones first, and the newest first among them and among those that are over.</param>
    /// <param name="LeftOut">How many more there have been, the oldest of those that are over.</param>
    public sealed record RunsListed(ImmutableArray<RunStatus> Runs, int LeftOut) : IWireMessage;

    /// <summary>
    /// Register or client → region of runs: also what wakes a coordinator whose node has gone.
    /// </summary>
    public sealed record GetProgress(RunId Run) : IRunMessage;

    public sealed record ProgressReported(
        RunStatus Status, RunPlacement Placement, string Fingerprint, int SpecificationBytes) : IWireMessage;

    /// <summary>
    /// Client → region of runs: a piece of the specification, served like <see
    /// cref="Transfers.GetSpecification"/>.
    /// </summary>
    public sealed record GetText(RunId Run, int Offset) : IRunMessage;

    /// <summary>Coordinator → register: watch over this run.</summary>
    public sealed record Enter(RunStatus Status) : IWireMessage;

    /// <summary>Register → coordinator: it is on the list for good.</summary>
    public sealed record Entered(RunId Run) : IWireMessage;
}
