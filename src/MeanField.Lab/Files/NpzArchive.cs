using System.IO.Compression;

namespace MeanField.Lab.Files;

/// <summary>
/// Named arrays in one zip, as numpy.savez_compressed writes them; the same arrays give the same bytes.
/// </summary>
public static class NpzArchive
{
    // the earliest time that a zip entry can bear: entries carry no clock
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, NpyArray>> arrays)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, array) in arrays)
        {
            var entry = zip.CreateEntry(name + ".npy", CompressionLevel.Fastest);
            entry.LastWriteTime = Epoch;
            using var content = entry.Open();
            array.Write(content);
        }
    }

    public static IReadOnlyDictionary<string, NpyArray> Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return zip.Entries.ToDictionary(entry => Path.GetFileNameWithoutExtension(entry.Name), ReadEntry);
    }

    private static NpyArray ReadEntry(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return NpyArray.Read(content);
    }
}
