using MeanField.Protocol;

namespace MeanField.Actors.Coordination;

/// <summary>
/// How a run leaves: once listeners are served its shards are let go, then the ledger is told, and when all
/// have heard and the journal has it all the coordinator stops. A run that nobody listens to lingers first.
/// </summary>
internal sealed class RunClosing(
    RunTerms terms, RunArchive archive, Audience audience, JournalFeed? journal, IRunPort port)
{
    private const int LingerTicks = 1200;

    private Farewell? _farewell;
    private long _lingered;

    /// <summary>Whether shards have been, or are being, let go.</summary>
    public bool HasBegun => _farewell is not null;

    public bool IsDue =>
        archive.Ending is not null && !HasBegun
        && (audience.IsEmpty ? _lingered > LingerTicks : audience.IsServed);

    public void Begin(IEnumerable<int> posts)
    {
        _farewell = new(new(terms.Run, terms.Epoch), port);
        foreach (var post in posts)
            _farewell.Dismiss(post);
    }

    /// <summary>A post that comes to report is let go, too.</summary>
    public void Dismiss(int post) => _farewell?.Dismiss(post);

    public void Dismissed(int post, CommunicationLedger ledger) => _farewell?.Dismissed(post, ledger);

    public void Lost(int post) => _farewell?.Lost(post);

    public void Tick()
    {
        _farewell?.Tick();
        if (archive.Ending is not null && audience.IsEmpty)
            _lingered++;
    }

    public void Proceed(long steps)
    {
        if (_farewell is not { IsDone: true })
            return;
        audience.TellEnd(archive.Ending!.Value, steps, port.Ledger);
        if (journal is not { IsSettled: false }
            && (audience.IsEmpty ? _lingered > LingerTicks : audience.HasHeardTheEnd))
            port.Stop();
    }
}
