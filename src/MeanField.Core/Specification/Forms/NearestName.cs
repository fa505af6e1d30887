namespace MeanField.Core.Specification.Forms;

/// <summary>Finds the known name that a mistyped one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>A name that contains the typed one, or is within it, comes before all others.</summary>
    public static string Of(string typed, IEnumerable<string> known)
    {
        var meant = typed.ToLowerInvariant();
        return known.MinBy(name => Nearness(meant, name.ToLowerInvariant()))!;
    }

    private static (bool IsApart, int Distance) Nearness(string typed, string name)
    {
        var (shorter, longer) = typed.Length < name.Length ? (typed, name) : (name, typed);
        return (shorter.Length < 3 || !longer.Contains(shorter), Distance(typed, name));
    }

    // Levenshtein's: insertions, deletions and replacements of single characters
    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        var current = new int[to.Length + 1];
        for (var i = 0; i < from.Length; i++)
        {
            current[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var replaced = previous[j] + (from[i] == to[j] ? 0 : 1);
                current[j + 1] = Math.Min(replaced, Math.Min(previous[j + 1], current[j]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[to.Length];
    }
}
