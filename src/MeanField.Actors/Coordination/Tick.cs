using Akka.Actor;

namespace MeanField.Actors.Coordination;

/// <summary>Time passes.</summary>
internal sealed class Tick : INoSerializationVerificationNeeded
{
    public static Tick Instance { get; } = new();
}
