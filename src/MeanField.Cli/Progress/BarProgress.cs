using Spectre.Console;
using Spectre.Console.Rendering;

namespace MeanField.Cli.Progress;

/// <summary>A bar with rate and remaining time, for a person at a terminal.</summary>
internal sealed class BarProgress(TextWriter error) : IProgressDisplay
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    public Task ShowAsync(string name, StepMeter meter, CancellationToken stop)
    {
        var rate = new RateColumn();
        return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) })
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), rate)
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(name));
                while (!stop.IsCancellationRequested)
                {
                    rate.Reading = meter.Read();
                    task.Value = 100 * rate.Reading.Fraction;
                    await Task.Delay(Period, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            });
    }

    private sealed class RateColumn : ProgressColumn
    {
        public StepReading Reading { get; set; }

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(Reading.RateAndRemaining);
    }
}
