using System.Collections.Immutable;
using System.Text.Json;
using MeanField.Lab.Files;

namespace MeanField.Lab.Runs;

/// <summary>A run as its directory tells it: finished or not.</summary>
public sealed record RunRecord
{
    public required string Path { get; init; }

    public required RunManifest Manifest { get; init; }

    public required RunResult Result { get; init; }

    /// <summary>In order of steps, with histograms and paths where there are any.</summary>
    public required ImmutableArray<Observation> Observations { get; init; }

    /// <summary>The reference's trajectory, where the run has one.</summary>
    public required TrajectoryTable? Theory { get; init; }

    /// <summary>The reference's density over the bins of an observation's histogram, by step.</summary>
    public required ImmutableDictionary<long, double[]> TheoryDensities { get; init; }

    /// <summary>The reference's law of |w| at all its times, where the histograms show |w|.</summary>
    public required DensityFlow? TheoryFlow { get; init; }

    public ExperimentSpec Spec => Manifest.Spec;

    /// <summary>How the run stopped, in a word.</summary>
    public string Ending =>
        Result.Status == RunStatus.Running ? "killed" : Result.Status.ToString().ToLowerInvariant();

    public TrajectoryTable Trajectory => TrajectoryTable.Of(Observations);

    /// <summary>The residuals, of which there may be more than memory.</summary>
    public NpyReader OpenResiduals() => RunDirectory.ReadResiduals(Path);

    /// <summary>All durable signals, as engines take them.</summary>
    public double[] ReadSignals() => SignalFiles.Read(Path, Manifest);

    /// <summary>The final particles, or null where the run has not come so far.</summary>
    public NpyReader? OpenParticles()
    {
        var path = System.IO.Path.Combine(Path, RunFiles.Particles);
        return File.Exists(path) ? NpyReader.Open(path) : null;
    }

    internal static RunRecord Read(string directory)
    {
        RunPlace.RequireRun(directory);
        try
        {
            return ReadFiles(directory);
        }
        catch (Exception cause) when (cause is IOException or JsonException or InvalidDataException
            or SpecificationException or InvalidOperationException or NullReferenceException)
        {
            throw new RunDirectoryException($"{directory} is damaged: {cause.Message}", cause);
        }
    }

    /// <exception cref="RunDirectoryException">The run has ended, or was one of another specification.</exception>
    internal static RunRecord ReadResumable(string directory)
    {
        var record = Read(directory);
        if (record.Result.Status is not (RunStatus.Running or RunStatus.Interrupted))
            throw new RunDirectoryException($"{directory} has {record.Ending} already");
        // its residuals would be taken for those of another experiment
        var fingerprint = SpecificationFingerprint.Of(record.Spec);
        return fingerprint == record.Manifest.Fingerprint
            ? record
            : throw new RunDirectoryException(
                $"{directory} cannot be resumed: the specification in {RunFiles.Manifest} has fingerprint {fingerprint}, "
                + $"the run began with {record.Manifest.Fingerprint}");
    }

    private static RunRecord ReadFiles(string directory)
    {
        var manifest = RunManifest.Read(ReadText(directory, RunFiles.Manifest));
        var result = RunResultJson.Read(ReadText(directory, RunFiles.Result));
        var histograms = ReadArchive(directory, RunFiles.Histograms);
        var paths = ReadArchive(directory, RunFiles.Paths);
        return new()
        {
            Path = directory,
            Manifest = manifest,
            Result = result,
            Observations =
                [.. result.Observations.Select(o => MeasureArchives.Restore(o, histograms, paths))],
            Theory = ReadTheory(directory),
            TheoryFlow = DensityFlow.Read(ReadArchive(directory, RunFiles.TheoryDensities)),
            TheoryDensities = result.Observations
                .Select(o => (o.Step, Density: MeasureArchives.Theory(histograms, o.Time)))
                .Where(pair => pair.Density is not null)
                .ToImmutableDictionary(pair => pair.Step, pair => pair.Density!),
        };
    }

    private static string ReadText(string directory, string name) =>
        File.ReadAllText(System.IO.Path.Combine(directory, name));

    private static TrajectoryTable? ReadTheory(string directory)
    {
        var path = System.IO.Path.Combine(directory, RunFiles.TheoryCsv);
        return File.Exists(path) ? TrajectoryCsv.Read(path) : null;
    }

    private static IReadOnlyDictionary<string, NpyArray>? ReadArchive(string directory, string name)
    {
        var path = System.IO.Path.Combine(directory, name);
        return File.Exists(path) ? NpzArchive.Read(path) : null;
    }
}
