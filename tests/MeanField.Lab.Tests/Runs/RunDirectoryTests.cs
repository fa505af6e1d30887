using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Core.Specification;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Runs;
using MeanField.Lab.Tests.Support;

namespace MeanField.Lab.Tests.Runs;

public class RunDirectoryTests
{
    [Theory]
    [InlineData(1, Precision.Double)]
    [InlineData(3, Precision.Single)]
    public void A_completed_run_reads_back(int batch, Precision precision)
    {
        using var directory = new TemporaryDirectory();
        var run = new SampleRun { Batch = batch, Precision = precision };
        run.Write(directory.Path);

        var record = RunDirectory.Open(directory.Path);
        Assert.Equal(RunStatus.Completed, record.Result.Status);
        Assert.Equal(SampleRun.Steps, record.Result.Steps);
        Assert.Equal(run.Spec, record.Spec);
        Assert.Equal([0, 10, 20], record.Observations.Select(o => o.Step));
        foreach (var observation in record.Observations)
            AssertEqual(run.At(observation.Step), observation);

        using var residuals = record.OpenResiduals();
        long[] shape = batch == 1 ? [SampleRun.Steps] : [SampleRun.Steps, batch];
        Assert.Equal(shape, residuals.Header.Shape.AsEnumerable());
        Assert.Equal(run.Residuals, residuals.Blocks().SelectMany(block => block.ToArray()));
        using var particles = record.OpenParticles()!;
        Assert.Equal([SampleRun.Particles, run.ParticleLength], particles.Header.Shape.AsEnumerable());
        Assert.Equal(run.FinalParticles, particles.Blocks().SelectMany(block => block.ToArray()));
    }

    [Fact]
    public void The_hashes_are_those_of_the_bytes_in_the_files()
    {
        using var directory = new TemporaryDirectory();
        var run = new SampleRun { Precision = Precision.Single };
        run.Write(directory.Path);

        var result = RunDirectory.Open(directory.Path).Result;
        var floats = run.FinalParticles.Select(value => (float)value).ToArray();
        Assert.Equal(Sha256(MemoryMarshal.AsBytes<float>(floats)), result.FinalStateHash);
        var inFile = File.ReadAllBytes(directory.At(RunFiles.Particles))[128..];
        Assert.Equal(Sha256(inFile), result.FinalStateHash);
        Assert.Equal(Sha256(MemoryMarshal.AsBytes(run.Residuals.AsSpan())), result.TrajectoryHash);
    }

    [Fact]
    public void The_same_facts_give_the_same_bytes()
    {
        using var one = new TemporaryDirectory();
        using var other = new TemporaryDirectory();
        new SampleRun().Write(one.Path);
        new SampleRun().Write(other.Path);
        foreach (var name in Directory.EnumerateFiles(one.Path).Select(Path.GetFileName))
            Assert.Equal(File.ReadAllBytes(one.At(name!)), File.ReadAllBytes(other.At(name!)));
    }

    [Fact]
    public void Facts_that_are_repeated_change_nothing()
    {
        using var directory = new TemporaryDirectory();
        var run = new SampleRun();
        using (var written = run.Create(directory.Path))
        {
            foreach (var fact in run.Events.SkipLast(3).SelectMany(fact => (RunEvent[])[fact, fact]))
                written.Accept(fact);
            written.Accept(new SignalsRecorded(15, run.Residuals[15..]));
            foreach (var fact in run.Events.TakeLast(3))
                written.Accept(fact);
        }
        using var residuals = RunDirectory.ReadResiduals(directory.Path);
        Assert.Equal(run.Residuals, residuals.Blocks().SelectMany(block => block.ToArray()));
    }

    [Fact]
    public void Missing_residuals_are_not_passed_over()
    {
        using var directory = new TemporaryDirectory();
        using var written = new SampleRun().Create(directory.Path);
        Assert.Throws<InvalidOperationException>(() => written.Accept(new SignalsRecorded(1, [0.5])));
    }

    [Fact]
    public void Missing_particles_are_not_passed_over()
    {
        using var directory = new TemporaryDirectory();
        var run = new SampleRun();
        using var written = run.Create(directory.Path);
        foreach (var fact in run.Events.SkipLast(2))
            written.Accept(fact);
        Assert.Throws<InvalidOperationException>(() => written.Accept(new ParticlesRead(5, [1, 2, 3])));
        Assert.Throws<InvalidOperationException>(() => written.Accept(new RunCompleted(SampleRun.Steps)));
    }

    [Fact]
    public void Stepping_is_told_from_waiting()
    {
        using var directory = new TemporaryDirectory();
        var time = new ManualTime();
        var run = new SampleRun();
        using var written = run.Create(directory.Path, time);
        foreach (var fact in run.Events)
        {
            time.Advance(fact is SignalsRecorded ? 2 : 5);
            written.Accept(fact);
        }
        // three batches of signals, and six other facts
        Assert.Equal(new RunTiming(3 * 2 + 6 * 5, 3 * 2), RunDirectory.Open(directory.Path).Result.Timing);
        Assert.Equal(SampleRun.Steps / 6.0, written.Result.Timing.StepsPerSecond(SampleRun.Steps));
    }

    [Fact]
    public void A_failed_run_says_why()
    {
        using var directory = new TemporaryDirectory();
        using (var written = new SampleRun().Create(directory.Path))
            written.Accept(new RunFailed(3, "the residual is not finite"));
        var result = RunDirectory.Open(directory.Path).Result;
        Assert.Equal(RunStatus.Failed, result.Status);
        Assert.Equal("step 3: the residual is not finite", result.Reason);
    }

    private static string Sha256(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void AssertEqual(Observation expected, Observation actual)
    {
        Assert.Equal((expected.Time, expected.Risk), (actual.Time, actual.Risk));
        Assert.Equal(expected.RiskStandardError, actual.RiskStandardError);
        Assert.Equal(expected.Columns.AsEnumerable(), actual.Columns);
        Assert.Equal(expected.Histogram!.Counts.AsEnumerable(), actual.Histogram!.Counts);
        Assert.Equal(expected.Histogram.Low, actual.Histogram.Low);
        Assert.Equal(expected.Histogram.High, actual.Histogram.High);
        Assert.Equal(expected.Paths.AsEnumerable(), actual.Paths);
    }
}
