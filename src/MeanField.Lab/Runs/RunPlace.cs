using System.Text.Json.Nodes;

namespace MeanField.Lab.Runs;

/// <summary>
/// Whether a directory may hold a run, and clearing it of the run before. A run directory of this program is
/// replaced; files in it that no run wrote stay. Any other directory with something in it is refused.
/// </summary>
internal static class RunPlace
{
    /// <summary>Makes the directory and takes its lock.</summary>
    /// <exception cref="RunDirectoryException">A file, somebody else's directory, in use, or not to be made.</exception>
    public static FileStream Prepare(string directory)
    {
        if (File.Exists(directory))
            throw new RunDirectoryException($"{directory} is a file; a run needs a directory");
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
            RequireRun(directory);
        try
        {
            Directory.CreateDirectory(directory);
            var held = Lock(directory);
            Clear(directory);
            return held;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new RunDirectoryException($"{directory} cannot be written: {cause.Message}", cause);
        }
    }

    /// <summary>Takes the directory's lock, which goes away with the process however it ends.</summary>
    public static FileStream Lock(string directory)
    {
        try
        {
            return new(
                Path.Combine(directory, RunFiles.Lock),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose);
        }
        catch (IOException cause) when (File.Exists(Path.Combine(directory, RunFiles.Lock)))
        {
            throw new RunDirectoryException($"{directory} is being written by another run", cause);
        }
    }

    /// <exception cref="RunDirectoryException">It was not written by this program, or by a newer one.</exception>
    public static void RequireRun(string directory)
    {
        if (!Directory.Exists(directory))
            throw new RunDirectoryException($"{directory} does not exist");
        var manifest = ReadManifest(directory)
            ?? throw new RunDirectoryException($"{directory} holds no run of {RunManifest.ProgramName}");
        if (manifest["format"]?.GetValue<int>() is not 1)
            throw new RunDirectoryException($"{directory} was written by a newer {RunManifest.ProgramName}");
    }

    private static JsonObject? ReadManifest(string directory)
    {
        var path = Path.Combine(directory, RunFiles.Manifest);
        try
        {
            var manifest = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) as JsonObject : null;
            var program = manifest?["program"] as JsonValue;
            return program?.ToString() == RunManifest.ProgramName ? manifest : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>The manifest goes last, so that what a kill leaves is still recognised as a run.</summary>
    private static void Clear(string directory)
    {
        foreach (var name in RunFiles.All)
        {
            File.Delete(Path.Combine(directory, name + AtomicFile.TemporarySuffix));
            File.Delete(Path.Combine(directory, name));
        }
        FreeCheckpoints(directory);
        ClearPictures(Path.Combine(directory, RunFiles.Figures));
        ClearAnimations(directory);
    }

    /// <summary>Removes the particles that were saved on the way.</summary>
    public static void FreeCheckpoints(string directory)
    {
        var checkpoints = Path.Combine(directory, RunFiles.Checkpoints);
        if (Directory.Exists(checkpoints))
            Directory.Delete(checkpoints, recursive: true);
    }

    /// <summary>Takes away what was drawn; it may have had more pictures than what is drawn next.</summary>
    public static void ClearAnimations(string directory)
    {
        var animations = Path.Combine(directory, RunFiles.Animations);
        ClearPictures(Path.Combine(animations, RunFiles.AnimationFrames));
        ClearPictures(animations);
    }

    private static void ClearPictures(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var picture in Directory.EnumerateFiles(folder).Where(IsPicture).ToList())
            File.Delete(picture);
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    private static bool IsPicture(string path) => Path.GetExtension(path) is ".svg" or ".png" or ".html";
}
