namespace MeanField.Core.Specification;

/// <summary>One thing that is wrong with a specification.</summary>
/// <param name="Path">The field, as in <c>network.activation.knots[1]</c>; empty for the file as a
/// whole.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record Fault(string Path, string Message)
{
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
