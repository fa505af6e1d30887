namespace MeanField.Lab.Studies;

/// <summary>A claim, what came of it, and how long that took.</summary>
public sealed record MeasuredClaim(Claim Claim, Finding Finding, TimeSpan Duration);
