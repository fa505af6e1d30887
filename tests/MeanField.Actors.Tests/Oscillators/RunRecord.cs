using MeanField.Core.Dynamics;
using MeanField.Core.Measures;

namespace MeanField.Actors.Tests.Oscillators;

/// <summary>All that a run told, pieced together; refuses gaps, overlaps and events after the end.</summary>
internal sealed class RunRecord(int signalLength = 1, long knownSteps = 0)
{
    public List<double> Signals { get; } = [];

    public List<Observation> Observations { get; } = [];

    public List<double> Particles { get; } = [];

    public RunEvent? Last { get; private set; }

    public void Take(RunEvent runEvent)
    {
        Assert.False(Last is RunCompleted or RunFailed, "An event came after the last.");
        Last = runEvent;
        switch (runEvent)
        {
            case SignalsRecorded recorded:
                Assert.Equal(knownSteps + Signals.Count / signalLength, recorded.FirstStep);
                Signals.AddRange(recorded.Values);
                break;
            case MeasureObserved observed:
                Observations.Add(observed.Observation);
                break;
            case ParticlesRead read:
                Assert.Equal(Particles.Count / 2, read.First);
                Particles.AddRange(read.Values);
                break;
        }
    }

    public ValueTask TakeAsync(RunEvent runEvent)
    {
        Take(runEvent);
        return ValueTask.CompletedTask;
    }

    public void AssertSameAs(RunRecord reference, int knownValues = 0, long observeFrom = 0)
    {
        Assert.IsType<RunCompleted>(Last);
        Assert.Equal(Bits(reference.Signals.Skip(knownValues)), Bits(Signals));
        Assert.Equal(Bits(reference.Particles), Bits(Particles));
        var wanted = reference.Observations.Where(o => o.Step >= observeFrom).ToList();
        Assert.Equal(wanted.Select(Describe), Observations.Select(Describe));
    }

    private static IEnumerable<long> Bits(IEnumerable<double> values) =>
        values.Select(BitConverter.DoubleToInt64Bits);

    private static string Describe(Observation o) => string.Join(
        ' ',
        [$"{o.Step} {o.Time:R} {o.Risk:R} {o.Histogram}", .. o.Histogram!.Counts.Select(c => $"{c}"),
            .. o.Columns.Select(c => $"{c.Name}={c.Value:R}"), .. o.Paths.Select(p => $"{p:R}")]);
}
