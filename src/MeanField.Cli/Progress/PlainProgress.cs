namespace MeanField.Cli.Progress;

/// <summary>A line every few seconds, for logs and pipes.</summary>
internal sealed class PlainProgress(TextWriter error, TimeProvider clock) : IProgressDisplay
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    public async Task ShowAsync(string name, StepMeter meter, CancellationToken stop)
    {
        meter.Read();
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                error.WriteLine(Line(name, meter.Read()));
        }
        catch (OperationCanceledException)
        {
            // the run is over
        }
    }

    private static string Line(string name, StepReading reading) =>
        $"{name}: step {reading.Step:#,0} of {reading.Steps:#,0} ({reading.Fraction:P0}), {reading.RateAndRemaining}";
}
