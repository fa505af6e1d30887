using System.Globalization;
using System.Text.RegularExpressions;

namespace MeanField.Core.Specification.Reading;

/// <summary>One step down the tree: a member's name or a place in a list, given as [1] or as .1.</summary>
internal sealed partial record PathStep(string Name, bool IsBracketed)
{
    public int? Index =>
        int.TryParse(Name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    /// <summary>
    /// The steps of a path like <c>network.activation.knots[1][0]</c>; null where it is none.
    /// </summary>
    public static IReadOnlyList<PathStep>? TryParse(string path)
    {
        if (!WholePath().IsMatch(path))
            return null;
        var steps = Step().Matches(path).Select(match => match.Value);
        return [.. steps.Select(step => new PathStep(step.Trim('[', ']', '.'), step[0] == '['))];
    }

    public string Text(bool isFirst) => IsBracketed ? $"[{Name}]" : isFirst ? Name : $".{Name}";

    [GeneratedRegex(@"^[^.\[\]\s]+(\.[^.\[\]\s]+|\[[0-9]+\])*\z")]
    private static partial Regex WholePath();

    [GeneratedRegex(@"\[[0-9]+\]|\.?[^.\[\]]+")]
    private static partial Regex Step();
}
