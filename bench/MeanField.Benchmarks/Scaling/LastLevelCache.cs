using System.Globalization;

namespace MeanField.Benchmarks.Scaling;

/// <summary>The largest cache that Linux lists for the first core; 32 MB where it lists none.</summary>
internal static class LastLevelCache
{
    private const string Place = "/sys/devices/system/cpu/cpu0/cache";
    private const double Usual = 32 * 1024 * 1024;

    public static double Bytes() => Directory.Exists(Place)
        ? Directory.EnumerateFiles(Place, "size", SearchOption.AllDirectories).Select(Read).DefaultIfEmpty(Usual).Max()
        : Usual;

    /// <summary>As in "32768K".</summary>
    private static double Read(string path)
    {
        var text = File.ReadAllText(path).Trim();
        return 1024 * double.Parse(text.TrimEnd('K'), CultureInfo.InvariantCulture);
    }
}
