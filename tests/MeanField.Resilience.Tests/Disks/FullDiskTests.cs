using MeanField.Actors;
using MeanField.Actors.Tests;
using MeanField.Actors.Tests.Checkpoints;
using MeanField.Core.Dynamics;
using MeanField.Core.Serial;
using MeanField.Core.Specification;

namespace MeanField.Resilience.Tests.Disks;

public sealed class FullDiskTests
{
    private static readonly ExperimentSpec Spec = new()
    {
        Name = "full-disk",
        Network = new() { Particles = 6000, Activation = new TanhActivation() },
        Data = new IsotropicGaussiansData(20, 0.8),
        Training = new() { StepSize = 1e-5, Horizon = 0.04 },
        Observe = new() { TestSamples = 20 },
    };

    /// <summary>6000 particles of 20 numbers take 960 kB: one megabyte is full with the second checkpoint.</summary>
    [DiskFact]
    public async Task A_disk_that_fills_while_particles_are_saved_costs_one_warning()
    {
        var serial = new List<RunEvent>();
        new SerialEngine(Experiment.Create(Spec)).Run(serial.Add, CancellationToken.None);
        using var disk = new SmallDisk(1);
        using var log = new LogLines();
        await using var engine = await ActorEngine.StartAsync(new ActorEngineOptions
        {
            Logging = log,
            Checkpoints = new() { Directory = disk.Path, Interval = TimeSpan.Zero, Share = 1000, OutliveRuns = true },
        });
        var events = new List<RunEvent>();

        await engine.RunAsync(Spec, new() { Shards = 2 }, fact =>
        {
            events.Add(fact);
            return ValueTask.CompletedTask;
        });

        Assert.Equal(RunDigest.Of(serial), RunDigest.Of(events));
        Assert.Single(log.Warnings, line => line.Contains("checkpoints", StringComparison.Ordinal));
        Assert.NotEmpty(Directory.EnumerateFiles(disk.Path, "*.npy", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(disk.Path, "*.tmp", SearchOption.AllDirectories));
    }
}
