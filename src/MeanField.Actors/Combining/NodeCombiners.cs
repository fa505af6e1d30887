using Akka.Actor;
using MeanField.Actors.Shards;
using MeanField.Protocol;

namespace MeanField.Actors.Combining;

/// <summary>
/// The node's combiners, one for each run that has shards here, made when its first shard reports.
/// </summary>
internal sealed class NodeCombiners(NodeSurroundings node) : UntypedActor
{
    public const string Name = "combiners";

    protected override void OnReceive(object message)
    {
        if (message is ShardReporting reporting)
            CombinerOf(reporting.Report.Run).Forward(message);
        else
            Unhandled(message);
    }

    // a combiner that fails comes back knowing nothing; coordinator and shards repeat themselves to it
    protected override SupervisorStrategy SupervisorStrategy() =>
        new OneForOneStrategy(_ => Directive.Restart);

    private IActorRef CombinerOf(RunId run)
    {
        var combiner = Context.Child(run.Value);
        if (!combiner.IsNobody())
            return combiner;
        var props = Props.Create(() => new NodeCombiner(node, run)).WithDispatcher(Dispatchers.Compute);
        return Context.ActorOf(props, run.Value);
    }
}
