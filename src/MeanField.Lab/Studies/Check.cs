namespace MeanField.Lab.Studies;

/// <summary>One number held against one rule.</summary>
/// <param name="Quantity">What was measured, in a few words.</param>
/// <param name="Measured">The number and its interval.</param>
/// <param name="Stated">What the statement says of it.</param>
/// <param name="Explanation">
/// Where the statement as printed is known not to hold: why, and what is to be seen in its place.
/// </param>
public sealed record Check(
    string Quantity, Estimate Measured, Expectation Stated, Explanation? Explanation = null)
{
    /// <summary>
    /// Holds where the statement is admitted; explained where it is refused and the explanation's own prediction is
    /// admitted; undecided where either is; otherwise it fails.
    /// </summary>
    public Verdict Verdict => Stated.Admits(Measured) switch
    {
        true => Verdict.Holds,
        null => Verdict.Undecided,
        false => Explanation?.Predicts.Admits(Measured) switch
        {
            true => Verdict.Explained,
            null when Explanation is not null => Verdict.Undecided,
            _ => Verdict.Fails,
        },
    };
}

/// <summary>Why a printed statement does not hold, with a prediction that can fail in its turn.</summary>
/// <param name="Predicts">Of the same number.</param>
/// <param name="Text">For people.</param>
public sealed record Explanation(Expectation Predicts, string Text);
