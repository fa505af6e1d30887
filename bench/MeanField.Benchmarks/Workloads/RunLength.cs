namespace MeanField.Benchmarks.Workloads;

/// <summary>Steps until both bounds are passed, in whole pieces.</summary>
/// <param name="LeastSteps">At least so many.</param>
/// <param name="Piece">The clock is read after so many: whole windows, whose first step costs most.</param>
/// <param name="LeastSeconds">At least so long.</param>
internal readonly record struct RunLength(long LeastSteps, int Piece, double LeastSeconds);

/// <summary>What was measured.</summary>
internal readonly record struct TimedSteps(long Steps, double Seconds)
{
    public double SecondsPerStep => Seconds / Steps;
}
