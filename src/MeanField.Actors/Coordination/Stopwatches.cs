using MeanField.Protocol;

namespace MeanField.Actors.Coordination;

/// <summary>Where a coordinator's wall time goes.</summary>
internal sealed class Stopwatches(TimeProvider clock, CommunicationLedger ledger)
{
    private long _roundOpened;
    private long _waitingSince;
    private bool _isWaiting;

    public void RoundOpened() => _roundOpened = clock.GetTimestamp();

    public void RoundClosed() => ledger.Rounds += clock.GetElapsedTime(_roundOpened);

    /// <summary>Whether the run stands still for its sink.</summary>
    public void Waiting(bool isWaiting)
    {
        if (isWaiting == _isWaiting)
            return;
        if (isWaiting)
            _waitingSince = clock.GetTimestamp();
        else
            ledger.SinkWait += clock.GetElapsedTime(_waitingSince);
        _isWaiting = isWaiting;
    }
}
