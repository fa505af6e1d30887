using System.Globalization;
using System.Text.RegularExpressions;
using MeanField.Core.Dynamics;

namespace MeanField.Actors.Checkpoints;

/// <summary>
/// Which leaves rested at which step: all that a checkpoint of a specification can differ by.
/// </summary>
internal sealed partial record CheckpointName(LeafRange Leaves, long Step)
{
    public string Numbers => string.Create(CultureInfo.InvariantCulture, $"{Stem}.npy");

    public string Note => string.Create(CultureInfo.InvariantCulture, $"{Stem}.json");

    private string Stem => string.Create(
        CultureInfo.InvariantCulture, $"leaves-{Leaves.First:D7}-{Leaves.End:D7}-step-{Step:D12}");

    /// <summary>Null where a file is no checkpoint's note.</summary>
    public static CheckpointName? OfNote(string file)
    {
        var match = NotePattern().Match(file);
        if (!match.Success || !int.TryParse(match.Groups["first"].ValueSpan, out var first)
            || !int.TryParse(match.Groups["end"].ValueSpan, out var end)
            || !long.TryParse(match.Groups["step"].ValueSpan, out var step) || end <= first)
            return null;
        return new(new(first, end - first), step);
    }

    [GeneratedRegex(@"^leaves-(?<first>\d+)-(?<end>\d+)-step-(?<step>\d+)\.json$")]
    private static partial Regex NotePattern();
}
