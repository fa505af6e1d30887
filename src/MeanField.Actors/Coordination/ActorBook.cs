using Akka.Actor;

namespace MeanField.Actors.Coordination;

/// <summary>Numbers for the actors of a kind that have been heard of.</summary>
internal sealed class ActorBook
{
    private readonly List<IActorRef> _actors = [];

    public IActorRef this[int number] => _actors[number];

    /// <summary>Null: it has never been heard of.</summary>
    public int? Find(IActorRef actor) => _actors.IndexOf(actor) is >= 0 and var number ? number : null;

    public int NumberOf(IActorRef actor)
    {
        if (Find(actor) is { } known)
            return known;
        _actors.Add(actor);
        return _actors.Count - 1;
    }
}
