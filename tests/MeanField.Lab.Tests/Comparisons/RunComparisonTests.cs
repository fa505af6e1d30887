using System.Collections.Immutable;
using MeanField.Core.Dynamics;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Comparisons;
using MeanField.Lab.Runs;
using MeanField.Lab.Tests.Support;

namespace MeanField.Lab.Tests.Comparisons;

public class RunComparisonTests
{
    [Fact]
    public void A_run_equals_itself()
    {
        using var directory = new TemporaryDirectory();
        new SampleRun().Write(directory.Path);
        var run = RunDirectory.Open(directory.Path);
        var comparison = RunComparison.Of(run, run);
        Assert.True(comparison is { SameSpecification: true, SameFinalState: true, SameTrajectory: true, CommonTimes: 3 });
        Assert.All(comparison.Curves, curve => Assert.Equal(0, curve.Maximum));
        Assert.Equal(new MeasureDistance("weightNorm", 0), Assert.Single(comparison.Measures));
    }

    [Fact]
    public void The_largest_distance_of_a_curve_is_found_with_its_time()
    {
        using var first = new TemporaryDirectory();
        using var second = new TemporaryDirectory();
        var run = new SampleRun();
        run.Write(first.Path);
        Write(run, second.Path, Change(run, step: 10, by: 0.25));
        var comparison = RunComparison.Of(RunDirectory.Open(first.Path), RunDirectory.Open(second.Path));
        var risk = Assert.Single(comparison.Curves, curve => curve.Column == "risk");
        Assert.Equal((0.25, 1.25), (risk.Maximum, risk.AtTime));
        Assert.True(comparison.SameFinalState);
    }

    [Fact]
    public void Particles_of_another_radius_are_that_far_away()
    {
        using var first = new TemporaryDirectory();
        using var second = new TemporaryDirectory();
        var run = new SampleRun();
        Write(run, first.Path, AllParticles(run, 1));
        Write(run, second.Path, AllParticles(run, 3));
        var comparison = RunComparison.Of(RunDirectory.Open(first.Path), RunDirectory.Open(second.Path));
        Assert.False(comparison.SameFinalState);
        Assert.Equal(2, Assert.Single(comparison.Measures).Wasserstein, 1e-15);
    }

    [Fact]
    public void A_run_without_an_end_has_no_final_state_to_compare()
    {
        using var whole = new TemporaryDirectory();
        using var part = new TemporaryDirectory();
        var run = new SampleRun();
        run.Write(whole.Path);
        Write(run, part.Path, run.Events.Take(3));
        var comparison = RunComparison.Of(RunDirectory.Open(whole.Path), RunDirectory.Open(part.Path));
        Assert.Null(comparison.SameFinalState);
        Assert.False(comparison.SameTrajectory);
        Assert.Equal(1, comparison.CommonTimes);
        Assert.Empty(comparison.Measures);
    }

    private static void Write(SampleRun run, string path, IEnumerable<RunEvent> events)
    {
        using var directory = run.Create(path);
        foreach (var fact in events)
            directory.Accept(fact);
    }

    private static IEnumerable<RunEvent> Change(SampleRun run, long step, double by) => run.Events.Select(fact =>
        fact is MeasureObserved { Observation: var seen } && seen.Step == step
            ? new MeasureObserved(seen with { Risk = seen.Risk + by })
            : fact);

    /// <summary>Every particle on the first axis, at that distance.</summary>
    private static IEnumerable<RunEvent> AllParticles(SampleRun run, double radius)
    {
        var row = ImmutableArray.Create([radius, .. new double[run.ParticleLength - 1]]);
        var particles = Enumerable.Repeat(row, SampleRun.Particles).SelectMany(values => values).ToImmutableArray();
        return [.. run.Events.Where(fact => fact is not (ParticlesRead or RunCompleted)), new ParticlesRead(0, particles), run.Events[^1]];
    }
}
