using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>A run that cannot begin: the listener is told why, until it has heard.</summary>
internal sealed class Refusal
{
    private readonly Outbox _outbox;
    private readonly IRunPort _port;

    public Refusal(RunId run, long epoch, string reason, IRunPort port)
    {
        _port = port;
        _outbox = new(run, epoch, RunProgress.EventCredit, port.ToListener);
        _outbox.Publish(new RunFailed(0, reason));
        _outbox.PublishEnd(RunEnding.Failed, 0, port.Ledger);
    }

    public void Receive(object message)
    {
        switch (message)
        {
            case Publication.Delivered delivered:
                _outbox.Delivered(delivered);
                if (_outbox.IsEmpty)
                    _port.Stop();
                break;
            case Tick:
                _outbox.Repeat();
                break;
        }
    }
}
