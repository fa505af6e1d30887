namespace MeanField.Core.Files;

/// <summary>A file that is there whole or not at all, whenever the process dies.</summary>
public static class AtomicFile
{
    /// <summary>What a file is called until it is whole; readers pass it over.</summary>
    public const string TemporarySuffix = ".tmp";

    /// <summary>Writes beside the file, forces it to disk and then takes the name.</summary>
    /// <param name="path">The file's name.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="author">Sets apart those who may write the same file at once.</param>
    public static void Write(string path, Action<Stream> write, string author = "")
    {
        var temporary = path + author + TemporarySuffix;
        try
        {
            using (var stream = File.Create(temporary))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            // on a full disk what has been written is in the way
            File.Delete(temporary);
            throw;
        }
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
