using Akka.Actor;
using Akka.Hosting;
using MeanField.Actors.Combining;
using MeanField.Actors.Coordination;
using MeanField.Actors.Shards;
using MeanField.Protocol;

namespace MeanField.Actors.Tests;

/// <summary>Finds actors of a run and kills them.</summary>
internal static class Victims
{
    public static ActorSelection CombinerOf(ActorEngine engine, RunId run) =>
        engine.System.ActorSelection(ActorRegistry.For(engine.System).Get<NodeCombiners>().Path / run.Value);

    // sharding escapes the entity's name and keeps it below its group
    public static ActorSelection ShardOf(ActorEngine engine, RunId run, int shard) =>
        engine.System.ActorSelection(ActorRegistry.For(engine.System).Get<NeuronShard>().Path
            / "*" / Uri.EscapeDataString($"{run.Value}/{shard}"));

    public static ActorSelection CoordinatorOf(ActorEngine engine, RunId run) =>
        engine.System.ActorSelection(
            ActorRegistry.For(engine.System).Get<RunCoordinator>().Path / "*" / run.Value);

    public static ActorSelection JournalOf(ActorEngine engine, RunId run) =>
        engine.System.ActorSelection(
            ActorRegistry.For(engine.System).Get<RunCoordinator>().Path / "*" / run.Value / "*");

    public static async Task Kill(ActorSelection whom, bool byException)
    {
        IActorRef victim;
        try
        {
            victim = await whom.ResolveOne(TimeSpan.FromSeconds(1));
        }
        catch (ActorNotFoundException)
        {
            // just dead, and not back yet
            return;
        }
        victim.Tell(byException ? Akka.Actor.Kill.Instance : PoisonPill.Instance);
        Assert.True(await victim.WatchAsync());
    }
}
