namespace MeanField.Resilience.Tests.Disks;

/// <summary>A disk that is full soon: a file system in memory of so many megabytes.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryDirectory _place = new();
    private readonly IDisposable _will;

    public SmallDisk(int megabytes)
    {
        _will = LastWill.Add($"umount -l {Path}; rmdir {Path}");
        Shell.Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", Path);
    }

    public string Path => _place.Path;

    /// <summary>Fills what is left of it.</summary>
    public void Fill()
    {
        try
        {
            using var filler = File.Create(System.IO.Path.Combine(Path, "filler"));
            var zeros = new byte[4096];
            while (true)
                filler.Write(zeros);
        }
        catch (IOException)
        {
            // full
        }
    }

    public void Dispose()
    {
        Shell.TryRun("umount", "-l", Path);
        _place.Dispose();
        _will.Dispose();
    }
}
