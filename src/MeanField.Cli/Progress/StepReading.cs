namespace MeanField.Cli.Progress;

/// <summary>How far a run is.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps of the whole run.</param>
/// <param name="Rate">Steps per second of late; 0 while unknown.</param>
internal readonly record struct StepReading(long Step, long Steps, double Rate)
{
    public double Fraction => Steps == 0 ? 1 : (double)Step / Steps;

    /// <summary>The time that the remaining steps take at this rate; null while the rate is unknown.</summary>
    public TimeSpan? Remaining => Rate > 0 ? TimeSpan.FromSeconds(Math.Min((Steps - Step) / Rate, 1e8)) : null;

    public string RateAndRemaining =>
        $"{FormatRate(Rate)}, {(Remaining is { } left ? Duration.Format(left) : "?")} left";

    /// <summary>Very large runs take seconds for a step.</summary>
    public static string FormatRate(double rate) =>
        rate is > 0 and < 9.95 ? $"{rate:0.0#} steps/s" : $"{rate:#,0} steps/s";
}
