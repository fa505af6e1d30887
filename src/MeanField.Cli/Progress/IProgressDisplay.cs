namespace MeanField.Cli.Progress;

/// <summary>Shows a run's progress until told to stop; it reads the meter and never holds the run up.</summary>
internal interface IProgressDisplay
{
    Task ShowAsync(string name, StepMeter meter, CancellationToken stop);
}
