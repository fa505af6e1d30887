using MeanField.Cli.Running;
using MeanField.Protocol;
using MeanField.Protocol.Wire;

namespace MeanField.Cli.Nodes;

/// <summary>Which program this is, for others to compare themselves with.</summary>
internal static class Identities
{
    /// <summary>Without a journal.</summary>
    public static MemberIdentity OfThisProgram { get; } =
        new(ProgramVersion.Current.ToString(), WireCatalogue.Fingerprint, "");
}
