namespace MeanField.Actors.Membership;

/// <summary>A cluster that this program cannot be part of, or talk to; the message is one line.</summary>
public sealed class NodeRefusedException(string message) : Exception(message);
