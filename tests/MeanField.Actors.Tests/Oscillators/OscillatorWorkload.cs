using System.Collections.Immutable;
using MeanField.Actors.Workloads;
using MeanField.Core.Measures;

namespace MeanField.Actors.Tests.Oscillators;

internal sealed class OscillatorWorkload(
    OscillatorModel model,
    ImmutableArray<long> observed,
    int pathLength = 3) : IWorkload
{
    public OscillatorModel Oscillators => model;

    public Core.Dynamics.IMeanFieldModel Model => model;

    public ImmutableArray<long> ObservedSteps => observed;

    public int PathLength => pathLength;

    public IProbePlan Plan(long step) => new OscillatorPlan(model, step, pathLength);

    /// <summary>A workload observed at start, end, and every so often between.</summary>
    public static OscillatorWorkload Of(OscillatorModel model, long every = 100) => new(
        model,
        [
            .. Enumerable.Range(0, (int)((model.Steps + every - 1) / every)).Select(i => i * every),
            model.Steps,
        ]);
}
