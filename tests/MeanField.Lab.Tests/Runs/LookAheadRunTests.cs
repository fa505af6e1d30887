using MeanField.Core.Dynamics;
using MeanField.Core.Serial;
using MeanField.Core.Specification;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Runs;
using MeanField.Lab.Tests.Support;

namespace MeanField.Lab.Tests.Runs;

/// <summary>The journal of a look-ahead run: residuals, how wrong they were, how often they were tried.</summary>
public sealed class LookAheadRunTests
{
    private const int Window = 6;

    private static readonly ExperimentSpec Spec = new()
    {
        Name = "ahead",
        Network = new() { Particles = 40, Activation = new TanhActivation() },
        Data = new LinearTeacherData(3, null, 0.1),
        Training = new() { StepSize = 0.01, Horizon = 0.5, Batch = 2 },
        Observe = new() { Every = 0.08, TestSamples = 10 },
        Communication = new LookAheadCommunication(Window, 1e-5),
    };

    private static readonly Experiment Experiment = Experiment.Create(Spec);

    private static readonly IReadOnlyList<RunEvent> Facts = Run([]);

    private static readonly double[] Signals =
        [.. Facts.OfType<SignalsRecorded>().SelectMany(recorded => recorded.Values)];

    public static TheoryData<int> EveryPrefix => [.. Enumerable.Range(0, Facts.Count)];

    [Fact]
    public void A_directory_holds_the_residuals_and_by_how_much_they_were_wrong()
    {
        using var directory = new TemporaryDirectory();
        Write(directory.Path, Facts);
        var record = RunDirectory.Open(directory.Path);
        double[][] steps = [.. Signals.Chunk(Experiment.Model.SignalLength)];
        Assert.Equal(steps.SelectMany(step => step[..2]), Numbers(directory.At(RunFiles.Residuals)));
        var discrepancies = steps.Skip(Window).SelectMany(step => step[2..4]).ToArray();
        Assert.Equal(discrepancies, Numbers(directory.At(RunFiles.Discrepancies)));
        var trials = steps.Select(step => step[4]).ToArray();
        Assert.Equal(trials, Numbers(directory.At(RunFiles.Trials)));
        var certificate = record.Result.Certificate!;
        Assert.Equal((50 - Window) * 2, certificate.Residuals);
        Assert.Equal(discrepancies.Max(Math.Abs), certificate.LargestDiscrepancy);
        Assert.Equal(Math.Sqrt(discrepancies.Average(d => d * d)), certificate.RmsDiscrepancy!.Value, 1e-15);
        Assert.InRange(certificate.LargestDiscrepancy, 1e-15, 1e-5);
        Assert.InRange(certificate.RmsResidual!.Value, 0.1, 10);
        Assert.Equal((long)trials.Sum(), certificate.Trials);
    }

    [Theory, MemberData(nameof(EveryPrefix))]
    public void A_run_that_is_resumed_ends_as_if_it_had_never_stopped(int facts)
    {
        using var directory = new TemporaryDirectory();
        using var straight = new TemporaryDirectory();
        Write(straight.Path, Facts);
        Write(directory.Path, Facts.Take(facts));
        var known = RunDirectory.Open(directory.Path).ReadSignals();
        Assert.Equal(Signals[..known.Length], known);
        using (var resumed = RunDirectory.Resume(directory.Path, new ManualTime()))
            foreach (var fact in Run(known))
                resumed.Accept(fact);

        var (expected, result) = (RunDirectory.Open(straight.Path).Result, RunDirectory.Open(directory.Path).Result);
        Assert.Equal(expected.FinalStateHash, result.FinalStateHash);
        Assert.Equal(expected.TrajectoryHash, result.TrajectoryHash);
        Assert.Equal(expected.Certificate, result.Certificate);
    }

    private static void Write(string path, IEnumerable<RunEvent> facts)
    {
        using var written = RunDirectory.Create(
            path,
            Spec,
            RunShape.Of(Experiment.Model),
            new() { Engine = "serial", Shards = 1, ProgramVersion = "0.0.0-test", GitCommit = null },
            new ManualTime());
        foreach (var fact in facts)
            written.Accept(fact);
    }

    private static List<RunEvent> Run(double[] known)
    {
        var facts = new List<RunEvent>();
        new SerialEngine(Experiment).Run(facts.Add, default, known);
        return facts;
    }

    private static double[] Numbers(string path)
    {
        using var reader = MeanField.Core.Files.NpyReader.Open(path);
        return [.. reader.Blocks().SelectMany(block => block.ToArray())];
    }
}
