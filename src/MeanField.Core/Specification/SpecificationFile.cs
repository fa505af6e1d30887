namespace MeanField.Core.Specification;

/// <summary>Experiment files on disk.</summary>
public static class SpecificationFile
{
    /// <summary>
    /// Reads an experiment file. A data file's path, relative to the experiment file, is made absolute and
    /// its hash
    /// filled in.
    /// </summary>
    /// <exception cref="SpecificationException">Something is wrong; all faults at once.</exception>
    public static ExperimentSpec Read(string path, IReadOnlyList<string>? sets = null) =>
        SpecificationJson.Parse(ReadText(path), Path.GetDirectoryName(Path.GetFullPath(path)), sets);

    private static string ReadText(string path)
    {
        if (Directory.Exists(path))
            throw Refused($"{path} is a directory, not an experiment file");
        if (!File.Exists(path))
            throw Refused($"there is no experiment file {path}");
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused($"cannot read {path}: {exception.Message}");
        }
    }

    private static SpecificationException Refused(string message) => new([new Fault("", message)]);
}
