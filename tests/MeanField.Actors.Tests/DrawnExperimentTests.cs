using CsCheck;
using MeanField.Core.Dynamics;
using MeanField.Core.Serial;
using MeanField.Core.Specification;
using MeanField.Core.Tests.Specification;

namespace MeanField.Actors.Tests;

/// <summary>Experiments drawn at random, of every law, activation, scaling and precision.</summary>
public sealed class DrawnExperimentTests
{
    private const int Drawn = 60;

    /// <summary>A failure prints the seed that repeats it.</summary>
    [Fact]
    public async Task Serial_and_actor_engines_agree_to_the_last_bit_for_any_number_of_shards()
    {
        await using var engine = await ActorEngine.StartAsync();
        await Gen.Select(SpecificationGen.Runnable, Gen.Int[1, 9]).SampleAsync(
            async (spec, shards) => Assert.Equal(Serial(spec), await OverActors(engine, spec, shards)),
            iter: Drawn,
            threads: 1);
    }

    private static IReadOnlyList<string> Serial(ExperimentSpec spec)
    {
        var events = new List<RunEvent>();
        new SerialEngine(Experiment.Create(spec)).Run(events.Add, CancellationToken.None);
        return RunDigest.Of(events);
    }

    private static async Task<IReadOnlyList<string>> OverActors(
        ActorEngine engine, ExperimentSpec spec, int shards)
    {
        var events = new List<RunEvent>();
        await engine.RunAsync(spec, new() { Shards = shards }, fact =>
        {
            events.Add(fact);
            return ValueTask.CompletedTask;
        });
        return RunDigest.Of(events);
    }
}
