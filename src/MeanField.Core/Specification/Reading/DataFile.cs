using System.Security.Cryptography;
using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Reading;

/// <summary>Finds the file that a <see cref="FileData"/> names and seals its content by its hash.</summary>
internal static class DataFile
{
    public static FileData Resolve(FileData data, string baseDirectory, Faults faults)
    {
        if (!faults.Clean("data.path"))
            return data;
        var path = Path.GetFullPath(Path.Combine(baseDirectory, data.Path));
        if (!File.Exists(path))
        {
            faults.Add("data.path", $"must name a file, but there is none at {path}");
            return data;
        }

        try
        {
            return Seal(data with { Path = path }, faults);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add("data.path", $"must name a file that can be read: {exception.Message}");
            return data;
        }
    }

    private static FileData Seal(FileData data, Faults faults)
    {
        using var stream = File.OpenRead(data.Path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        if (faults.Clean("data.sha256") && data.Sha256 is { } expected && expected != hash)
            faults.Add("data.sha256", $"must be that of the file ({hash}), is {expected}");
        return data with { Sha256 = hash };
    }
}
