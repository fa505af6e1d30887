using MeanField.Actors.Checkpoints;
using MeanField.Lab.Runs;

namespace MeanField.Cli.Running;

/// <summary>
/// Where the particles of a run are saved on the way: in its directory, which frees the space at the end.
/// </summary>
internal static class SavedParticles
{
    public static string PlaceIn(string runDirectory) =>
        Path.GetFullPath(Path.Combine(runDirectory, RunFiles.Checkpoints));

    public static CheckpointOptions At(string place) => new() { Directory = place, OutliveRuns = true };
}
