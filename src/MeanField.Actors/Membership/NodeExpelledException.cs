namespace MeanField.Actors.Membership;

/// <summary>The members have given this one up before it had come in; another process in its place can join.</summary>
public sealed class NodeExpelledException() : Exception("the members gave this one up before it had come in");
