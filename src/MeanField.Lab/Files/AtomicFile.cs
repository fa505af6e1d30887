namespace MeanField.Lab.Files;

/// <summary>A file that is there whole or not at all, whenever the process dies.</summary>
public static class AtomicFile
{
    /// <summary>What a file is called until it is whole; readers pass it over.</summary>
    public const string TemporarySuffix = ".tmp";

    /// <summary>Writes beside the file, forces it to disk and then takes the name.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = path + TemporarySuffix;
        using (var stream = File.Create(temporary))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    public static void WriteBytes(string path, ReadOnlySpan<byte> bytes)
    {
        var content = bytes.ToArray();
        Write(path, stream => stream.Write(content));
    }

    /// <summary>Writes UTF-8 without a byte order mark.</summary>
    public static void WriteText(string path, string text) =>
        WriteBytes(path, System.Text.Encoding.UTF8.GetBytes(text));
}
