namespace MeanField.Actors.Checkpoints;

/// <summary>
/// Directories of runs that ended while this node had no part in them: nobody will ask for them, and they
/// go when a node starts.
/// </summary>
internal static class ForgottenRuns
{
    /// <summary>A run that goes on writes every few seconds, or minutes where it is huge.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromDays(7);

    public static void Remove(string directory, DateTimeOffset now)
    {
        if (!Directory.Exists(directory))
            return;
        foreach (var folder in Directory.EnumerateDirectories(directory).Where(CheckpointFolder.IsFolder).ToList())
            if (now - LastWritten(folder) > Age)
                Directory.Delete(folder, recursive: true);
    }

    private static DateTimeOffset LastWritten(string folder) => Directory.EnumerateFiles(folder)
        .Select(file => new DateTimeOffset(File.GetLastWriteTimeUtc(file)))
        .Append(new(Directory.GetLastWriteTimeUtc(folder)))
        .Max();
}
