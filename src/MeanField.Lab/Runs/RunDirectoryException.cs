namespace MeanField.Lab.Runs;

/// <summary>A directory that cannot be used as asked; the message is one line for its user.</summary>
public sealed class RunDirectoryException(string message, Exception? cause = null)
    : Exception(message, cause);
