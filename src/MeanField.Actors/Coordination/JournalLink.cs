using Akka.Actor;
using MeanField.Actors.Links;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>The coordinator's end of its journal: makes it, and makes it anew, ever more patiently.</summary>
internal sealed class JournalLink
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    private readonly IActorContext _context;
    private readonly ITimerScheduler _timers;
    private readonly Courier _courier;
    private readonly RunId _run;
    private IActorRef _journal = ActorRefs.Nobody;
    private TimeSpan _pause = FirstPause;

    public JournalLink(IActorContext context, ITimerScheduler timers, Courier courier, RunId run)
    {
        (_context, _timers, _courier, _run) = (context, timers, courier, run);
        Open();
    }

    public bool IsMine(IActorRef actor) => actor.Equals(_journal);

    public void Open()
    {
        var run = _run;
        _journal = _context.Watch(_context.ActorOf(Props.Create(() => new RunJournal(run))));
    }

    /// <summary>It has stopped: another is made after a pause.</summary>
    public void Lost()
    {
        _journal = ActorRefs.Nobody;
        _timers.StartSingleTimer(Reopen.Instance, Reopen.Instance, _pause);
        _pause = TimeSpan.FromTicks(Math.Min(2 * _pause.Ticks, LongestPause.Ticks));
    }

    public void Recovered(RunArchive archive)
    {
        _pause = FirstPause;
        Count(TrafficDirection.Received, sizeof(double) * archive.Signals.Count);
    }

    public void Write(IWireMessage entry, EventCursor after)
    {
        Count(TrafficDirection.Sent, BytesOf(entry));
        _journal.Tell(new RunJournal.Write(entry, after));
    }

    private static long BytesOf(IWireMessage entry) => entry switch
    {
        Chronicle.RunAccepted accepted => accepted.Specification.Length,
        Chronicle.EventRecorded recorded => Traffic.BytesOf(recorded.Event),
        _ => 0,
    };

    private void Count(TrafficDirection direction, long bytes) =>
        _courier.Ledger.Count(TrafficKind.Journal, TrafficLink.Local, direction, bytes);

    internal sealed class Reopen : INoSerializationVerificationNeeded
    {
        public static Reopen Instance { get; } = new();
    }
}
