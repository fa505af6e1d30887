using Akka.Actor;

namespace MeanField.Actors.Coordination;

/// <summary>Numbers for the combiners that have been heard of.</summary>
internal sealed class PostBook
{
    private readonly List<IActorRef> _actors = [];

    public IActorRef this[int post] => _actors[post];

    public int NumberOf(IActorRef actor)
    {
        var number = _actors.IndexOf(actor);
        if (number >= 0)
            return number;
        _actors.Add(actor);
        return _actors.Count - 1;
    }
}
