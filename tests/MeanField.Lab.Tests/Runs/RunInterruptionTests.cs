using MeanField.Core.Dynamics;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Runs;
using MeanField.Lab.Tests.Support;

namespace MeanField.Lab.Tests.Runs;

public class RunInterruptionTests
{
    public static TheoryData<int> EveryPrefix => [.. Enumerable.Range(0, new SampleRun().Events.Count)];

    [Theory]
    [MemberData(nameof(EveryPrefix))]
    public void An_interrupted_run_is_readable_after_any_fact(int facts)
    {
        using var directory = new TemporaryDirectory();
        var run = new SampleRun();
        using (var written = run.Create(directory.Path))
            foreach (var fact in run.Events.Take(facts))
                written.Accept(fact);

        AssertHolds(directory.Path, run.Events.Take(facts), RunStatus.Interrupted);
        Assert.False(File.Exists(directory.At(RunFiles.Particles)));
        Assert.Empty(Directory.EnumerateFiles(directory.Path, "*.tmp"));
    }

    [Theory]
    [MemberData(nameof(EveryPrefix))]
    public void Checkpoints_stay_until_the_run_has_completed(int facts)
    {
        using var directory = new TemporaryDirectory();
        var run = new SampleRun();
        var saved = Path.Combine(directory.At(RunFiles.Checkpoints), "0123", "leaves.npy");
        using (var written = run.Create(directory.Path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(saved)!);
            File.WriteAllText(saved, "particles");
            foreach (var fact in run.Events.Take(facts))
                written.Accept(fact);
        }
        Assert.True(File.Exists(saved));

        using (var resumed = RunDirectory.Resume(directory.Path, new ManualTime()))
        {
            Assert.True(File.Exists(saved));
            foreach (var fact in run.Events)
                resumed.Accept(fact);
        }
        Assert.False(Directory.Exists(directory.At(RunFiles.Checkpoints)));
    }

    [Fact]
    public void A_run_whose_specification_has_been_changed_since_is_not_resumed()
    {
        using var directory = new TemporaryDirectory();
        using (var written = new SampleRun().Create(directory.Path))
            written.Accept(new SampleRun().Events[0]);
        var manifest = directory.At(RunFiles.Manifest);
        var changed = File.ReadAllText(manifest).Replace("\"seed\": 7", "\"seed\": 8", StringComparison.Ordinal);
        Assert.NotEqual(File.ReadAllText(manifest), changed);
        File.WriteAllText(manifest, changed);
        var refused = Assert.Throws<RunDirectoryException>(
            () => RunDirectory.Resume(directory.Path, new ManualTime()));
        Assert.Contains("fingerprint", refused.Message, StringComparison.Ordinal);
        Assert.Equal(RunStatus.Interrupted, RunDirectory.Open(directory.Path).Result.Status);
    }

    /// <summary>
    /// What a kill leaves is what lies in the directory at that moment: a copy stands in for it.
    /// </summary>
    [Theory]
    [MemberData(nameof(EveryPrefix))]
    public void A_killed_run_is_recognised_and_readable_after_any_fact(int facts)
    {
        using var directory = new TemporaryDirectory();
        using var corpse = new TemporaryDirectory();
        var run = new SampleRun();
        var time = new ManualTime();
        using (var written = run.Create(directory.Path, time))
        {
            foreach (var fact in run.Events.Take(facts))
            {
                time.Advance(60); // so that everything is flushed
                written.Accept(fact);
            }
            Copy(directory.Path, corpse.Path);
        }
        AssertHolds(corpse.Path, run.Events.Take(facts), RunStatus.Running);
    }

    [Theory]
    [MemberData(nameof(EveryPrefix))]
    public void A_resumed_run_ends_like_one_that_was_never_interrupted(int facts)
    {
        using var directory = new TemporaryDirectory();
        using var straight = new TemporaryDirectory();
        var run = new SampleRun { Batch = 2 };
        run.Write(straight.Path);
        using (var written = run.Create(directory.Path))
            foreach (var fact in run.Events.Take(facts))
                written.Accept(fact);
        using (var resumed = RunDirectory.Resume(directory.Path, new ManualTime()))
            foreach (var fact in run.Events)
                resumed.Accept(fact);

        var expected = RunDirectory.Open(straight.Path).Result;
        var result = RunDirectory.Open(directory.Path).Result;
        Assert.Equal(RunStatus.Completed, result.Status);
        Assert.Equal(expected.FinalStateHash, result.FinalStateHash);
        Assert.Equal(expected.TrajectoryHash, result.TrajectoryHash);
        Assert.Contains("interrupted", Assert.Single(result.Failures).What);
        string[] same = [RunFiles.Residuals, RunFiles.Histograms, RunFiles.Paths, RunFiles.TrajectoryCsv];
        foreach (var name in same)
            Assert.Equal(
                File.ReadAllBytes(straight.At(name)),
                File.ReadAllBytes(directory.At(name)));
    }

    [Fact]
    public void A_run_that_has_ended_is_not_resumed()
    {
        using var directory = new TemporaryDirectory();
        new SampleRun().Write(directory.Path);
        var refusal = Assert.Throws<RunDirectoryException>(
            () => RunDirectory.Resume(directory.Path, new ManualTime()));
        Assert.EndsWith("has completed already", refusal.Message);
    }

    [Fact]
    public void What_is_no_run_is_not_resumed_and_not_touched()
    {
        using var directory = new TemporaryDirectory();
        foreach (var path in (string[])[directory.Path, directory.At("none")])
            Assert.Throws<RunDirectoryException>(() => RunDirectory.Resume(path, new ManualTime()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(directory.Path));
    }

    [Fact]
    public void A_run_that_is_being_written_is_not_resumed()
    {
        using var directory = new TemporaryDirectory();
        using var written = new SampleRun().Create(directory.Path);
        Assert.Throws<RunDirectoryException>(() => RunDirectory.Resume(directory.Path, new ManualTime()));
        written.Accept(new SampleRun().Events[0]);
    }

    private static void AssertHolds(string path, IEnumerable<RunEvent> facts, RunStatus status)
    {
        var expected = facts.ToList();
        var record = RunDirectory.Open(path);
        Assert.Equal(status, record.Result.Status);
        Assert.Equal(
            expected.OfType<MeasureObserved>().Select(measure => measure.Observation.Step),
            record.Observations.Select(o => o.Step));
        using var residuals = record.OpenResiduals();
        Assert.Equal(
            expected.OfType<SignalsRecorded>().SelectMany(signals => signals.Values),
            residuals.Blocks().SelectMany(block => block.ToArray()));
        Assert.Equal(residuals.Header.Shape[0], record.Result.Steps);
    }

    private static void Copy(string from, string to)
    {
        foreach (var name in Directory.EnumerateFiles(from).Select(Path.GetFileName))
            if (name != RunFiles.Lock)
                File.Copy(Path.Combine(from, name!), Path.Combine(to, name!));
    }
}
