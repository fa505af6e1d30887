namespace MeanField.Protocol.Conversations;

/// <summary>
/// Before a process joins a cluster: are we the same program? The one conversation whose form never changes, so that
/// different versions can tell each other that they are.
/// </summary>
public static class Handshake
{
    /// <summary>Newcomer → any member.</summary>
    public sealed record Introduce(MemberIdentity Identity) : IWireMessage;

    /// <summary>Member → newcomer.</summary>
    public sealed record Introduced(MemberIdentity Identity) : IWireMessage;
}
