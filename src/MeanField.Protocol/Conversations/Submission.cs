using Akka.Actor;

namespace MeanField.Protocol.Conversations;

/// <summary>A client has a run started, and may have it stopped.</summary>
public static class Submission
{
    /// <summary>
    /// Client → region of runs. The coordinator then fetches specification and known signals from the
    /// listener.
    /// </summary>
    /// <param name="Run">A new name.</param>
    /// <param name="Fingerprint">SHA-256 of the specification's text, lower-case hex.</param>
    /// <param name="SpecificationBytes">Its length in UTF-8.</param>
    /// <param name="Shards">Into how many shards the particles are split.</param>
    /// <param name="KnownValues">How many signal numbers are known already, from a run before.</param>
    /// <param name="ObserveFrom">Observed steps before this one are not measured.</param>
    /// <param name="Listener">Who is told of the run's events.</param>
    public sealed record Submit(
        RunId Run,
        string Fingerprint,
        int SpecificationBytes,
        int Shards,
        long KnownValues,
        long ObserveFrom,
        IActorRef Listener) : IRunMessage;

    /// <summary>Client → region of runs: stop, after delivering what is recorded.</summary>
    public sealed record Cancel(RunId Run) : IRunMessage;
}
