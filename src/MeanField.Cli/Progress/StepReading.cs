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
        $"{Rate:#,0} steps/s, {(Remaining is { } left ? Duration.Format(left) : "?")} left";
}
