namespace MeanField.Lab.Studies;

/// <summary>What a measurement says about a statement; the worst of several counts.</summary>
public enum Verdict
{
    /// <summary>The measurement admits the statement, and would have refused a wrong one.</summary>
    Holds,

    /// <summary>
    /// It refuses the statement as printed, and admits what an explanation, written down beforehand, predicts in
    /// its place.
    /// </summary>
    Explained,

    /// <summary>The interval is too wide to tell.</summary>
    Undecided,

    /// <summary>It refuses the statement, and nothing explains it.</summary>
    Fails,
}
