using MeanField.Benchmarks.Workloads;
using MeanField.Core.Specification;
using MeanField.Lab.Studies.Scaling;

namespace MeanField.Benchmarks.Scaling;

/// <summary>One size, spread in one way.</summary>
internal sealed record StudyCell(long Particles, int Dimension, int Batch, int Processes, int Shards)
{
    /// <summary>Of the last level, on this machine.</summary>
    public static double CacheBytes { get; } = LastLevelCache.Bytes();

    private static int Cores => Environment.ProcessorCount;

    public string Name =>
        $"N = {Particles}, d = {Dimension}, batch {Batch}, {Processes} processes, {Shards} shards";

    public int ThreadsOfEach => Math.Max(1, Cores / Processes);

    public StepSetting Setting => new()
    {
        Particles = Particles,
        Dimension = Dimension,
        Batch = Batch,
        Shards = Shards,
        Processes = Processes,
        Cores = Math.Min(Shards, Math.Min(Cores, Processes * ThreadsOfEach)),
        CacheBytes = CacheBytes,
    };

    /// <summary>The paper's law, for about so long.</summary>
    public ExperimentSpec Spec(double seconds)
    {
        var steps = (long)(seconds / RoughSecondsPerStep);
        var spec = PaperLaw.Of(Particles, Dimension, Math.Clamp(steps / 8 * 8, 64, 300_000));
        return spec with
        {
            Training = spec.Training with { Batch = Batch },
            // the smallest sizes have as many leaves as the others have shards
            Compute = spec.Compute with { Leaf = (int)Math.Min(256, Particles / StudyGrid.MostShards) },
        };
    }

    /// <summary>What two cores took when this was written: only decides how many steps are measured.</summary>
    private double RoughSecondsPerStep =>
        (Processes == 1 ? 5e-6 : 1.5e-4 * Processes)
        + Particles * Batch * (3e-9 + 1e-10 * Dimension) / Math.Min(2, Shards);
}
