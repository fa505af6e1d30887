using System.Globalization;

namespace MeanField.Benchmarks.Processes;

/// <summary>A process and all that descend from it, as Linux lists them.</summary>
internal static class ProcessTree
{
    /// <summary>Resident memory of them all; pages that they share are counted in each.</summary>
    public static long ResidentBytes(int root) =>
        Descendants(root).Sum(id => StatusNumber(id, "VmRSS:") * 1024);

    /// <summary>A number of a status file; 0 where the process or thread has gone.</summary>
    public static long Number(string path, string name)
    {
        try
        {
            var line = File.ReadLines(path)
                .FirstOrDefault(candidate => candidate.StartsWith(name, StringComparison.Ordinal));
            var number = line?[name.Length..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
            return number is null ? 0 : long.Parse(number, CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static IEnumerable<int> Descendants(int root)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0)
            .Where(id => id > 0)
            .ToLookup(id => (int)StatusNumber(id, "PPid:"));
        var found = new List<int> { root };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(parents[found[i]]);
        return found;
    }

    private static long StatusNumber(int id, string name) => Number($"/proc/{id}/status", name);
}
