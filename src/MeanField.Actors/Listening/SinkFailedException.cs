namespace MeanField.Actors.Listening;

/// <summary>The sink of a run's events threw; the run was stopped.</summary>
public sealed class SinkFailedException(Exception inner) : Exception(inner.Message, inner);
