namespace MeanField.Cli;

/// <summary>What the process says to the shell that started it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Bad usage or a bad specification.</summary>
    public const int BadUsage = 2;

    /// <summary>The run failed.</summary>
    public const int Failed = 3;

    /// <summary>A node that the others of its cluster went on without; started again, it joins them.</summary>
    public const int Downed = 4;

    /// <summary>Interrupted by a signal; the run can be resumed.</summary>
    public const int Interrupted = 130;
}
