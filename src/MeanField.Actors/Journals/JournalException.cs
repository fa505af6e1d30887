namespace MeanField.Actors.Journals;

/// <summary>A journal that cannot be reached or used; the message is one line for people.</summary>
public sealed class JournalException(string message, Exception? inner = null) : Exception(message, inner);
