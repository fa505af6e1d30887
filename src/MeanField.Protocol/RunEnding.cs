namespace MeanField.Protocol;

/// <summary>How a run came to its end.</summary>
public enum RunEnding : byte
{
    Completed = 1,

    /// <summary>By request; what is recorded suffices to go on.</summary>
    Interrupted = 2,

    Failed = 3,
}
