using MeanField.Core.Dynamics;
using MeanField.Core.Serial;

namespace MeanField.Core.Tests.Dynamics;

public class AllocationTests
{
    public static TheoryData<string> Names => SmallSpecs.Names;

    [Theory, MemberData(nameof(Names))]
    public void A_step_allocates_nothing(string name)
    {
        var spec = SmallSpecs.All[name];
        var training = spec.Training with { StepSize = 1e-3, Horizon = 0.2 };
        var model = Experiment.Create(spec with { Training = training }).Model;
        using var block = BlockRun.Cut(model, 1)[0];
        var decision = new RoundDecision(model);
        // the first windows make what all later ones use again
        Advance(80);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Advance(199);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Advance(int steps)
        {
            while (block.Step < steps)
            {
                Assert.Null(decision.Ask(block));
                block.Advance(decision.Signals);
            }
        }
    }

    [Fact]
    public void The_serial_engine_allocates_the_signals_that_it_records_and_little_else()
    {
        var spec = SmallSpecs.Base with
        {
            Network = SmallSpecs.Base.Network with { Particles = 1 },
            Training = SmallSpecs.Base.Training with { Horizon = 500, StepSize = 0.01 },
        };
        var records = new List<(long Bytes, int Signals)>(64);
        new SerialEngine(Experiment.Create(spec)).Run(Note, default);
        // whole records between the first, which starts everything, and the last, after which the end is observed
        Assert.True(records.Count > 3, $"{records.Count} records");
        for (var i = 2; i < records.Count - 1; i++)
            Assert.InRange(records[i].Bytes - records[i - 1].Bytes, 0, records[i].Signals * 2 * sizeof(double) + 1024);

        void Note(RunEvent fact)
        {
            if (fact is SignalsRecorded recorded)
                records.Add((GC.GetAllocatedBytesForCurrentThread(), recorded.Values.Length));
        }
    }
}
