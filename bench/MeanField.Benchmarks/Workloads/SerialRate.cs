using System.Diagnostics;
using MeanField.Core.Dynamics;
using MeanField.Core.Serial;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks.Workloads;

/// <summary>Steps per second of the serial engine, start and observations included.</summary>
internal static class SerialRate
{
    public static double StepsPerSecond(ExperimentSpec spec)
    {
        var experiment = Experiment.Create(spec);
        var watch = Stopwatch.StartNew();
        new SerialEngine(experiment).Run(_ => { }, default);
        return spec.Training.Steps / watch.Elapsed.TotalSeconds;
    }
}
