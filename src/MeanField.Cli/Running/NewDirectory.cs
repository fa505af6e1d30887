namespace MeanField.Cli.Running;

/// <summary>Where a run goes that was given no directory: <c>runs/name-time</c>, and a number where that is taken.</summary>
internal static class NewDirectory
{
    private const string Parent = "runs";

    public static string For(string name, DateTimeOffset now)
    {
        var stem = Path.Combine(Parent, $"{Plain(name)}-{now:yyyyMMdd-HHmmss}");
        var path = stem;
        for (var i = 2; Path.Exists(path); i++)
            path = $"{stem}-{i}";
        return path;
    }

    private static string Plain(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
        return plain.Trim('.', '-') is { Length: > 0 } usable ? usable : "run";
    }
}
