using MeanField.Core.Dynamics;
using MeanField.Core.Numerics;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks.Workloads;

/// <summary>
/// Processor seconds per step of one block of all particles: step by step, or rebuilt from its signals.
/// </summary>
internal static class BlockRate
{
    /// <param name="spec">An experiment of batch 1.</param>
    /// <param name="signals">Takes the signal of every step.</param>
    public static double LiveSeconds(ExperimentSpec spec, double[] signals)
    {
        var model = Experiment.Create(spec).Model;
        using var block = model.CreateBlock(new(0, model.Leaves));
        return CpuTime.NanosecondsOf(() => Live(model, block, signals)) / 1e9 / signals.Length;
    }

    public static double ReplaySeconds(ExperimentSpec spec, double[] signals)
    {
        var model = Experiment.Create(spec).Model;
        using var block = model.CreateBlock(new(0, model.Leaves));
        return CpuTime.NanosecondsOf(() => block.Replay(signals)) / 1e9 / signals.Length;
    }

    private static void Live(IMeanFieldModel model, IParticleBlock block, double[] signals)
    {
        var sum = new ExactSum();
        for (var step = 0; step < signals.Length; step++)
        {
            sum.Clear();
            block.Summarise([sum]);
            model.Respond(step, [sum.Round()], signals.AsSpan(step, 1));
            block.Advance(signals.AsSpan(step, 1));
        }
    }
}
