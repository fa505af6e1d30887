namespace MeanField.Protocol;

/// <summary>
/// The name of a run, unique in its cluster; also part of actor names, so that its characters are few.
/// </summary>
public readonly record struct RunId
{
    /// <summary>Characters at most.</summary>
    public const int MaximumLength = 64;

    private readonly string? _value;

    public RunId(string value)
    {
        if (!IsValid(value))
            throw new FormatException(
                $"'{value}' is no name for a run: 1 to {MaximumLength} letters, digits, '-', '_' or '.', "
                + "beginning with a letter or digit.");
        _value = value;
    }

    public string Value => _value ?? throw new InvalidOperationException("This run has no name.");

    public override string ToString() => _value ?? "";

    private static bool IsValid(string? value) =>
        value is { Length: > 0 and <= MaximumLength }
        && char.IsAsciiLetterOrDigit(value[0])
        && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
