using MeanField.Core.Dynamics;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>Tells of new signals in batches: when there are enough, and now and then.</summary>
internal sealed class SignalPublication
{
    private readonly SignalJournal _journal;
    private readonly Outbox _outbox;
    private readonly int _summaryLength;
    private readonly int _batchValues;
    private long _published;

    public SignalPublication(SignalJournal journal, Outbox outbox, int summaryLength)
    {
        (_journal, _outbox, _summaryLength) = (journal, outbox, summaryLength);
        _batchValues = Math.Max(1, Transfers.PieceValues / summaryLength) * summaryLength;
        _published = journal.Count;
    }

    /// <summary>Whether a whole batch waits.</summary>
    public bool IsDue => _journal.Count - _published >= _batchValues;

    public void Publish()
    {
        while (_published < _journal.Count)
        {
            var values = _journal.Read(_published, _batchValues);
            _outbox.Publish(new SignalsRecorded(_published / _summaryLength, values));
            _published += values.Length;
        }
    }
}
