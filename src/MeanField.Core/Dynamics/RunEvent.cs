using System.Collections.Immutable;
using MeanField.Core.Measures;

namespace MeanField.Core.Dynamics;

/// <summary>A fact of a run, in order, from whichever engine runs it.</summary>
public abstract record RunEvent;

/// <summary>Signals (residuals) of the steps from <paramref name="FirstStep"/> on, concatenated: the journal.</summary>
public sealed record SignalsRecorded(long FirstStep, ImmutableArray<double> Values) : RunEvent;

public sealed record MeasureObserved(Observation Observation) : RunEvent;

/// <summary>Final particles from <paramref name="First"/> on, particle-major, ascending without gaps.</summary>
public sealed record ParticlesRead(long First, ImmutableArray<double> Values) : RunEvent;

/// <summary>All steps are done and everything has been sent.</summary>
public sealed record RunCompleted(long Steps) : RunEvent;

/// <summary>The run cannot go on; the reason is for people.</summary>
public sealed record RunFailed(long Step, string Reason) : RunEvent;

/// <summary>A member of the cluster takes part from here on.</summary>
public sealed record MemberJoined(string Member) : RunEvent;

/// <summary>Something was lost and made good again; the answer is the same. The words are for people.</summary>
public sealed record FailureSurvived(long Step, string What) : RunEvent;
