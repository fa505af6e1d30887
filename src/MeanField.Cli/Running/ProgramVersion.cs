using System.Reflection;

namespace MeanField.Cli.Running;

/// <summary>Which program this is: its version and the commit that it was built from.</summary>
internal sealed record ProgramVersion(string Number, string? Commit)
{
    public static ProgramVersion Current { get; } = Parse(
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    /// <summary>The build writes "0.1.0+commit", or "0.1.0" where it knows no commit.</summary>
    public static ProgramVersion Parse(string informational)
    {
        var parts = informational.Split('+', 2);
        return new(parts[0], parts.Length == 2 ? parts[1] : null);
    }

    public override string ToString() => Commit is null ? Number : $"{Number}+{Commit}";
}
