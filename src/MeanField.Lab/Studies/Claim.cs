namespace MeanField.Lab.Studies;

/// <summary>One statement of the theory, and how it is held against measurement.</summary>
public abstract class Claim
{
    /// <summary>What the command line calls it: lower-case words joined by hyphens.</summary>
    public abstract string Name { get; }

    /// <summary>What is claimed, in a sentence.</summary>
    public abstract string Statement { get; }

    /// <summary>Who states it, and where.</summary>
    public abstract string Source { get; }

    /// <summary>How it is measured here, in a sentence or two.</summary>
    public abstract string Method { get; }

    /// <summary>Measures; the same numbers whenever and wherever it is asked.</summary>
    public abstract Finding Measure(StudyScope scope);
}
