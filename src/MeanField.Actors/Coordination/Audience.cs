using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// All who listen to a run, each where it stands. The run does not wait for them, nor they for each other.
/// </summary>
internal sealed class Audience(
    RunTerms terms, RunArchive archive, EventFeed feed, IMeanFieldModel model, IRunPort port)
{
    private const int MostListeners = 32;
    private const int LongestSilenceTicks = 1200;

    private readonly Dictionary<int, Subscription> _subscriptions = [];
    private readonly long _particleValues = model.Particles * model.ParticleLength;
    private long _dueFrom = long.MaxValue;

    public bool IsEmpty => _subscriptions.Count == 0;

    /// <summary>Whether somebody waits for a batch that is whole: asked at every step.</summary>
    public bool IsDue => archive.Signals.Count >= _dueFrom;

    /// <summary>Whether all have been told all but the ledger.</summary>
    public bool IsServed => _subscriptions.Values.All(IsAtEnd);

    /// <summary>Whether all have received all that there is to say.</summary>
    public bool HasHeardTheEnd =>
        _subscriptions.Values.All(listener => listener is { HasBeenToldTheEnd: true, HasReceivedAll: true });

    /// <summary>Who has all but the particles, and from which on it wants them.</summary>
    public (int Listener, long First)? ParticlesWanted
    {
        get
        {
            foreach (var (listener, subscription) in _subscriptions)
                if (WantsParticles(subscription) && subscription.HasRoom)
                    return (listener, subscription.Cursor.ParticleValues / model.ParticleLength);
            return null;
        }
    }

    /// <param name="listener">Whose message it is.</param>
    /// <param name="attend">What it has.</param>
    /// <param name="hasParticles">Whether particles can still be read; a listener that needs what is gone has
    /// to ask the next incarnation.</param>
    public void Attend(int listener, Publication.Attend attend, bool hasParticles)
    {
        var subscription = _subscriptions.GetValueOrDefault(listener);
        if (subscription is null || subscription.Session < attend.Session)
        {
            if (attend.Received > 0)
            {
                port.ToListener(listener, new Publication.SessionUnknown(terms.Run, attend.Session));
                return;
            }
            subscription = Subscribe(listener, attend);
            if (WillWantParticles(subscription) && !hasParticles)
                return;
            _subscriptions[listener] = subscription;
            DropMostSilent();
        }
        if (subscription.Session == attend.Session)
            subscription.Delivered(attend.Received, attend.Consumed);
        Tell(partly: false);
    }

    public void Leave(int listener) => _subscriptions.Remove(listener);

    public void Tell(bool partly)
    {
        _dueFrom = long.MaxValue;
        foreach (var subscription in _subscriptions.Values)
        {
            subscription.Tell(partly);
            if (subscription.HasRoom)
                _dueFrom = Math.Min(_dueFrom, subscription.Cursor.Values + feed.BatchValues);
        }
        TellCompletion();
    }

    /// <summary>Hands out what has been read for a listener, if it still stands where it did.</summary>
    public void Tell(int listener, ParticlesRead read)
    {
        var first = read.First * model.ParticleLength;
        if (_subscriptions.TryGetValue(listener, out var subscription)
            && WantsParticles(subscription) && subscription.Cursor.ParticleValues == first)
            subscription.Tell(read);
        TellCompletion();
    }

    public void TellEnd(RunEnding ending, long steps, CommunicationLedger ledger)
    {
        foreach (var subscription in _subscriptions.Values)
            if (!subscription.HasBeenToldTheEnd && IsAtEnd(subscription))
                subscription.TellEnd(ending, steps, ledger);
    }

    public void Tick(int ticks)
    {
        foreach (var subscription in _subscriptions.Values)
            subscription.Tick(ticks);
        foreach (var (listener, subscription) in _subscriptions)
            if (subscription.SilentTicks > LongestSilenceTicks)
                _subscriptions.Remove(listener);
    }

    private Subscription Subscribe(int listener, Publication.Attend attend)
    {
        var outbox = new Outbox(
            terms.Run, terms.Epoch, attend.Session, message => port.ToListener(listener, message));
        // an incident that was told but lost with a coordinator is not told twice, later ones are told
        var incidents = Math.Min(attend.Cursor.Incidents, archive.Incidents.Count);
        return new(feed, outbox, attend.Cursor with { Incidents = incidents });
    }

    private void DropMostSilent()
    {
        while (_subscriptions.Count > MostListeners)
            _subscriptions.Remove(_subscriptions.MaxBy(pair => pair.Value.SilentTicks).Key);
    }

    private void TellCompletion()
    {
        if (archive.Ending is not RunEnding.Completed)
            return;
        foreach (var subscription in _subscriptions.Values)
            if (subscription is { HasRoom: true, Cursor.Ended: false } && HasAll(subscription)
                && subscription.Cursor.ParticleValues >= _particleValues)
                subscription.Tell(new RunCompleted(model.Steps));
    }

    private bool WantsParticles(Subscription subscription) =>
        WillWantParticles(subscription) && HasAll(subscription);

    private bool WillWantParticles(Subscription subscription) =>
        archive.Ending is RunEnding.Completed && subscription.Cursor.ParticleValues < _particleValues;

    private bool HasAll(Subscription subscription) => feed.Next(subscription.Cursor, partly: true) is null;

    private bool IsAtEnd(Subscription subscription) => archive.Ending switch
    {
        null => false,
        RunEnding.Interrupted => HasAll(subscription),
        _ => subscription.Cursor.Ended && HasAll(subscription),
    };
}
