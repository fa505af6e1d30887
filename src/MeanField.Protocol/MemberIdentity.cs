namespace MeanField.Protocol;

/// <summary>What all members of a cluster must have in common.</summary>
/// <param name="Program">The version of the program: the same numerics, bit for bit.</param>
/// <param name="Messages">The fingerprint of all messages that members exchange.</param>
/// <param name="Journal">The identity of the journal that runs are kept in; empty where there is none.</param>
public sealed record MemberIdentity(string Program, string Messages, string Journal)
{
    /// <summary>What two members disagree about, as the end of a sentence; null where they agree.</summary>
    public string? DifferenceFrom(MemberIdentity other) =>
        Program != other.Program ? $"it runs version {other.Program}, this is version {Program}"
        : Messages != other.Messages ? $"it exchanges other messages ({other.Messages}, not {Messages})"
        : Journal != other.Journal ? $"it keeps its runs in another journal ({Shown(other.Journal)}, not {Shown(Journal)})"
        : null;

    private static string Shown(string journal) => journal.Length == 0 ? "none" : journal;
}
