namespace MeanField.Lab.Runs;

/// <summary>The names of the files in a run directory.</summary>
public static class RunFiles
{
    public const string Manifest = "manifest.json";
    public const string Result = "result.json";
    public const string TrajectoryCsv = "trajectory.csv";
    public const string TrajectoryParquet = "trajectory.parquet";
    public const string Residuals = "residuals.npy";
    public const string Discrepancies = "discrepancies.npy";
    public const string Trials = "trials.npy";
    public const string Particles = "particles.npy";
    public const string Histograms = "histograms.npz";
    public const string Paths = "paths.npz";
    public const string TheoryCsv = "theory.csv";
    public const string TheoryDensities = "theory.npz";
    public const string CommunicationCsv = "communication.csv";
    public const string CommunicationJson = "communication.json";
    public const string Report = "report.html";
    public const string Figures = "figures";
    public const string Animations = "animations";
    public const string AnimationFrames = "frames";

    /// <summary>Particles saved on the way; of no use once the run is over.</summary>
    public const string Checkpoints = "checkpoints";

    /// <summary>The program's log, one compact JSON object a line; opened by the composition root.</summary>
    public const string Log = "log.jsonl";

    /// <summary>Held open by the process that writes the directory.</summary>
    public const string Lock = "run.lock";

    /// <summary>
    /// All that a run may leave, the manifest last: without it a directory is no run directory.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Result, TrajectoryCsv, TrajectoryParquet, Residuals, Discrepancies, Trials, Particles, Histograms, Paths,
        TheoryCsv, TheoryDensities, CommunicationCsv, CommunicationJson, Report, Log, Manifest,
    ];
}
