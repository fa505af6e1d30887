namespace MeanField.Cli.Workers;

/// <summary>Keeps a number of workers at work: one that ends is replaced, ever more slowly if it ends at once.</summary>
internal sealed class Workforce : IAsyncDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>A worker that lived so long was well.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _over = new();
    private readonly Task[] _places;

    public Workforce(int workers, Func<WorkerProcess> hire, WorkforceNews news, TimeProvider clock) =>
        _places = [.. Enumerable.Range(0, workers).Select(_ => FillAsync(hire, news, clock))];

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await Task.WhenAll(_places);
        _over.Dispose();
    }

    private async Task FillAsync(Func<WorkerProcess> hire, WorkforceNews news, TimeProvider clock)
    {
        var pause = ShortestPause;
        while (!_over.IsCancellationRequested)
        {
            var hired = clock.GetTimestamp();
            await using (var worker = hire())
            {
                if (await WaitAsync(worker) is not { } exitCode)
                    return;
                news.Ended(worker.Id, exitCode);
            }
            pause = clock.GetElapsedTime(hired) > Steady ? ShortestPause : TimeSpan.FromTicks(
                Math.Min(2 * pause.Ticks, LongestPause.Ticks));
            await Task.Delay(pause, clock, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The exit code of a worker that ended by itself; null when there is nothing more to do.</summary>
    private async Task<int?> WaitAsync(WorkerProcess worker)
    {
        try
        {
            return await worker.EndAsync(_over.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
