namespace MeanField.Protocol.Conversations;

/// <summary>A client has a run started, and may have it stopped.</summary>
public static class Submission
{
    /// <summary>
    /// Client → region of runs. The coordinator fetches specification and known signals from the sender, and
    /// accepts or refuses. Submitting again what has been accepted changes nothing.
    /// </summary>
    /// <param name="Run">A new name.</param>
    /// <param name="Title">What its owner calls it.</param>
    /// <param name="Fingerprint">SHA-256 of the specification's text, lower-case hex.</param>
    /// <param name="SpecificationBytes">Its length in UTF-8.</param>
    /// <param name="Shards">Into how many shards the particles are split; 0: as suits the cluster.</param>
    /// <param name="KnownValues">How many signal numbers are known already, from a run before.</param>
    /// <param name="ObserveFrom">Observed steps before this one are not measured.</param>
    /// <param name="IsBound">Whether the run ends when the sender does, being of no use to others.</param>
    public sealed record Submit(
        RunId Run,
        string Title,
        string Fingerprint,
        int SpecificationBytes,
        int Shards,
        long KnownValues,
        long ObserveFrom,
        bool IsBound) : IRunMessage;

    /// <summary>Coordinator → client: the run goes on whatever becomes of the client.</summary>
    public sealed record Accepted(RunId Run, string Fingerprint) : IWireMessage;

    /// <summary>Coordinator → client: there will be no such run.</summary>
    public sealed record Refused(RunId Run, string Reason) : IWireMessage;

    /// <summary>Client → region of runs: stop where it stands.</summary>
    public sealed record Cancel(RunId Run) : IRunMessage;
}
