using Akka.Actor;

namespace MeanField.Actors.Listening;

/// <summary>A way to a run's coordinator, wherever it lives and however often it moves.</summary>
internal interface IRunGateway
{
    /// <summary>Where to send; another way each time, where there are several.</summary>
    IActorRef Next();
}

/// <summary>A member asks the region of runs.</summary>
internal sealed class RegionGateway(IActorRef region) : IRunGateway
{
    public IActorRef Next() => region;
}
