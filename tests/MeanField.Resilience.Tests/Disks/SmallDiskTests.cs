namespace MeanField.Resilience.Tests.Disks;

public sealed class SmallDiskTests
{
    [DiskFact]
    public void A_full_disk_takes_nothing_more_and_goes_away()
    {
        string path;
        using (var disk = new SmallDisk(1))
        {
            path = disk.Path;
            disk.Fill();
            Assert.Throws<IOException>(() => File.WriteAllBytes(Path.Combine(path, "more"), new byte[8192]));
        }
        Assert.False(Directory.Exists(path));
    }
}
