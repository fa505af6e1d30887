using MeanField.Core.Dynamics;
using MeanField.Core.Numerics;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks.Workloads;

/// <summary>
/// Nanoseconds of processor time per particle and step of one block on one thread, its window full of cache.
/// </summary>
internal static class BlockSteps
{
    public const long WarmUp = 2 * 64;

    public static double NanosecondsPerParticle(ExperimentSpec spec)
    {
        var model = Experiment.Create(spec).Model;
        using var block = model.CreateBlock(new LeafRange(0, model.Leaves));
        Advance(model, block, WarmUp);
        var steps = model.Steps - WarmUp;
        return CpuTime.NanosecondsOf(() => Advance(model, block, steps)) / ((double)steps * model.Particles);
    }

    private static void Advance(IMeanFieldModel model, IParticleBlock block, long steps)
    {
        var sum = new ExactSum();
        var signal = new double[1];
        for (long k = 0; k < steps; k++)
        {
            sum.Clear();
            block.Summarise([sum]);
            model.Respond(block.Step, [sum.Round()], signal);
            block.Advance(signal);
        }
    }
}
