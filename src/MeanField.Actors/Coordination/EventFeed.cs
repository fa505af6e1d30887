using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// What an archive tells next to somebody who has a part of it: a function of the cursor alone, so that any
/// incarnation tells the same.
/// </summary>
internal sealed class EventFeed
{
    private readonly RunArchive _archive;
    private readonly int _signalLength;

    public EventFeed(RunArchive archive, int signalLength)
    {
        (_archive, _signalLength) = (archive, signalLength);
        BatchValues = Math.Max(1, Transfers.PieceValues / signalLength) * signalLength;
    }

    /// <summary>Signal numbers in a whole batch.</summary>
    public int BatchValues { get; }

    /// <summary>The next event; null where nothing waits.</summary>
    /// <param name="cursor">What is had already; may be more than the archive has.</param>
    /// <param name="partly">Whether signals that do not fill a batch yet are worth telling.</param>
    public RunEvent? Next(in EventCursor cursor, bool partly)
    {
        if (cursor.Ended)
            return null;
        if (cursor.Incidents < _archive.Incidents.Count)
            return _archive.Incidents[cursor.Incidents];
        var observed = cursor.Observations < _archive.Observations.Count;
        var limit = observed
            ? _archive.Observations[cursor.Observations].Step * _signalLength
            : _archive.Signals.Count;
        var waiting = limit - cursor.Values;
        if (waiting >= BatchValues || (waiting > 0 && (partly || observed || _archive.Ending is not null)))
            return Signals(cursor, (int)Math.Min(waiting, BatchValues));
        if (observed)
            return new MeasureObserved(_archive.Observations[cursor.Observations]);
        return _archive.Failure;
    }

    private SignalsRecorded Signals(in EventCursor cursor, int count) =>
        new(cursor.Values / _signalLength, _archive.Signals.Read(cursor.Values, count));
}
