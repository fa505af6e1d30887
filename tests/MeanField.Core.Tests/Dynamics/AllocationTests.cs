using MeanField.Core.Dynamics;
using MeanField.Core.Numerics;
using MeanField.Core.Serial;

namespace MeanField.Core.Tests.Dynamics;

public class AllocationTests
{
    public static TheoryData<string> Names => SmallSpecs.Names;

    [Theory, MemberData(nameof(Names))]
    public void A_step_allocates_nothing(string name)
    {
        var spec = SmallSpecs.All[name];
        var model = Experiment.Create(spec with { Training = spec.Training with { Horizon = 2 } }).Model;
        using var block = BlockRun.Cut(model, 1)[0];
        ExactSum[] sums = [.. Enumerable.Range(0, model.SummaryLength).Select(_ => new ExactSum())];
        var (totals, signals) = (new double[sums.Length], new double[model.StepsPerRound * model.SignalLength]);
        // the first windows make what all later ones use again
        Advance(80);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Advance(199);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Advance(int steps)
        {
            while (block.Step < steps)
            {
                foreach (var sum in sums)
                    sum.Clear();
                block.Summarise(sums);
                for (var n = 0; n < sums.Length; n++)
                    totals[n] = sums[n].Round();
                var ofRound = signals.AsSpan(0, model.RoundSignalLength(block.Step));
                model.Respond(block.Step, totals, ofRound);
                block.Advance(ofRound);
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
