namespace MeanField.Core.Specification;

/// <summary>How residuals travel.</summary>
public abstract record CommunicationSpec;

/// <summary>One round a step: every residual is of the particles as they are.</summary>
public sealed record ExactCommunication : CommunicationSpec;

/// <summary>
/// One round a window: its residuals are foretold at its start, to second order in the window's total step.
/// </summary>
/// <param name="Window">Steps per round.</param>
/// <param name="Tolerance">What residuals may be wrong by: windows are tried until they are not. Null: what is
/// foretold is taken.</param>
public sealed record LookAheadCommunication(int Window, double? Tolerance = null) : CommunicationSpec;
