using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// Letting go of all nodes that took part: repeated until each has handed in its ledger, but not for ever.
/// </summary>
internal sealed class Farewell(Dismissal.Dismiss dismissal, IRunPort port)
{
    private const int TicksBetweenRepeats = 4;
    private const int PatienceTicks = 16;

    private readonly HashSet<int> _awaited = [];
    private readonly HashSet<int> _gone = [];
    private int _ticks;

    public bool IsDone => _awaited.Count == 0 || _ticks >= PatienceTicks;

    public void Dismiss(int post)
    {
        if (!_gone.Contains(post))
            _awaited.Add(post);
        port.ToPost(post, dismissal);
    }

    public void Dismissed(int post, CommunicationLedger ledger)
    {
        _awaited.Remove(post);
        if (_gone.Add(post))
            port.Ledger.Merge(ledger);
    }

    /// <summary>A post is no more; what it counted is lost.</summary>
    public void Lost(int post)
    {
        _awaited.Remove(post);
        _gone.Add(post);
    }

    public void Tick()
    {
        if (++_ticks % TicksBetweenRepeats == 0)
            foreach (var post in _awaited)
                port.ToPost(post, dismissal);
    }
}
