using System.Collections.Immutable;

namespace MeanField.Lab.Studies;

/// <summary>Claims that were measured together, with one effort.</summary>
public sealed record Verification(Effort Effort, ImmutableArray<MeasuredClaim> Claims)
{
    public int Count(Verdict verdict) => Claims.Count(claim => claim.Finding.Verdict == verdict);
}
