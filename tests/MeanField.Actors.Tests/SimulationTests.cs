using MeanField.Actors.Tests.Chaos;
using MeanField.Actors.Tests.Oscillators;
using MeanField.Actors.Tests.Simulation;
using MeanField.Core.Dynamics;
using MeanField.Protocol;

namespace MeanField.Actors.Tests;

public sealed class SimulationTests
{
    private static readonly OscillatorWorkload Workload = OscillatorWorkload.Of(new(60, 250), every: 100);

    private static readonly RunRecord Reference = SerialReference.Run(Workload);

    /// <summary>Measured, interrupted and recovered within rounds: 7 divides neither 100 nor 250.</summary>
    private static readonly OscillatorWorkload InRounds =
        OscillatorWorkload.Of(new(60, 250) { StepsPerRound = 7 }, every: 100);

    private static readonly RunRecord ReferenceInRounds = SerialReference.Run(InRounds);

    public static TheoryData<int> Seeds => [.. ChaosSeeds.Chosen];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(13, 4)]
    public void A_cluster_without_accidents_gives_the_serial_bits(int shards, int nodes)
    {
        var cluster = new SimulatedCluster(Workload, shards, nodes, seed: 1, Hazards.None);
        cluster.Start();
        cluster.Go();
        Assert.Equal(RunEnding.Completed, cluster.Ending);
        cluster.Record.AssertSameAs(Reference);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Lost_repeated_late_and_reordered_messages_and_dying_members_change_nothing(int seed)
    {
        var random = new Random(seed);
        var (workload, reference) = Chosen(seed);
        var cluster = new SimulatedCluster(workload, 1 + random.Next(13), 1 + random.Next(4), seed);
        cluster.Start();
        cluster.Go();
        cluster.Record.AssertSameAs(reference);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Dying_coordinators_listeners_and_journals_change_nothing_either(int seed)
    {
        var random = new Random(seed);
        var hazards = Hazards.Of(random) with { TimeBetweenCrashes = 2000 + random.Next(8000) };
        var (workload, reference) = Chosen(seed);
        var cluster = new SimulatedCluster(workload, 1 + random.Next(7), 1 + random.Next(3), seed, hazards);
        cluster.StartJournaled();
        cluster.Go();
        Assert.Equal(RunEnding.Completed, cluster.Ending);
        cluster.Record.AssertSameAs(reference);
    }

    /// <summary>Every second seed meets rounds of several steps.</summary>
    private static (OscillatorWorkload Workload, RunRecord Reference) Chosen(int seed) =>
        seed % 2 == 0 ? (Workload, Reference) : (InRounds, ReferenceInRounds);

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(249)]
    public void A_journal_that_ends_within_a_round_is_gone_on_from(int known)
    {
        var cluster = new SimulatedCluster(InRounds, 3, 2, seed: known, Hazards.None);
        cluster.Start([.. ReferenceInRounds.Signals.Take(known)]);
        cluster.Go();
        cluster.Record.AssertSameAs(ReferenceInRounds, known);
    }

    [Theory]
    [InlineData(3, 50)]
    [InlineData(9000, 6)]
    public void Signals_of_any_length_arrive(int summaryLength, int steps)
    {
        // 9,000 numbers a step exceed what travels with the question: shards fetch them in pieces
        var workload = OscillatorWorkload.Of(new(40, steps, summaryLength), every: 20);
        var cluster = new SimulatedCluster(workload, 3, 2, seed: 7, new(0.02, 0.05, 5, 0));
        cluster.Start();
        cluster.Go();
        cluster.Record.AssertSameAs(SerialReference.Run(workload));
    }

    [Fact]
    public void A_signal_that_is_no_number_fails_the_run_with_what_was_recorded_before()
    {
        var model = new OscillatorModel(20, 100) { Mishap = Mishap.NotANumber, MishapStep = 42 };
        var cluster = new SimulatedCluster(OscillatorWorkload.Of(model), 2, 1, seed: 3);
        cluster.Start();
        cluster.Go();
        Assert.Equal(RunEnding.Failed, cluster.Ending);
        Assert.Equal(42, Assert.IsType<RunFailed>(cluster.Record.Last).Step);
        Assert.Equal(42, cluster.Record.Signals.Count);
    }
}
