namespace MeanField.Lab.Runs;

/// <summary>Where a run stands, as <c>result.json</c> says it.</summary>
public enum RunStatus
{
    /// <summary>Being written; or, where nobody holds the directory any more, killed.</summary>
    Running,

    Completed,

    /// <summary>Stopped by its user; can be resumed.</summary>
    Interrupted,

    /// <summary>It cannot go on.</summary>
    Failed,
}
