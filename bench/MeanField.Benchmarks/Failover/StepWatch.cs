using System.Diagnostics;
using MeanField.Actors.Clients;
using MeanField.Protocol;

namespace MeanField.Benchmarks.Failover;

/// <summary>
/// Asks a run again and again how far it is. Questions do not wait for the answers to those before them: some
/// are put to members that have died.
/// </summary>
internal sealed class StepWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ClusterClient _client;
    private readonly RunId _run;
    private readonly CancellationTokenSource _over = new();
    private readonly Lock _lock = new();
    private readonly Task _asking;
    private long _advanced = Stopwatch.GetTimestamp();
    private TimeSpan _longestPause;

    public StepWatch(ClusterClient client, RunId run)
    {
        (_client, _run) = (client, run);
        _asking = AskAsync();
    }

    public long Step { get; private set; }

    /// <summary>The run's nodes, as it last said.</summary>
    public int Nodes { get; private set; }

    /// <summary>Forgets the pauses so far.</summary>
    public void Restart()
    {
        lock (_lock)
            (_longestPause, _advanced) = (default, Stopwatch.GetTimestamp());
    }

    /// <summary>The longest time in which no step was seen to be done, up to now.</summary>
    public TimeSpan LongestPause
    {
        get
        {
            lock (_lock)
                return Longer(_longestPause, Stopwatch.GetElapsedTime(_advanced));
        }
    }

    /// <summary>Until the run does something that it does not do at once.</summary>
    public async Task UntilAsync(Func<StepWatch, bool> isTrue, string what)
    {
        var since = Stopwatch.GetTimestamp();
        while (!isTrue(this))
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
                throw new TimeoutException($"waited in vain for the run to {what}: it is at step {Step}");
            await Task.Delay(Interval);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _asking;
        _over.Dispose();
    }

    private async Task AskAsync()
    {
        while (!_over.IsCancellationRequested)
        {
            _ = TakeAsync();
            await Task.Delay(Interval, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TakeAsync()
    {
        try
        {
            var status = await _client.StatusAsync(_run, _over.Token);
            lock (_lock)
                Take(status);
        }
        catch (Exception lost) when (lost is OperationCanceledException or ClusterUnreachableException)
        {
            // another question is on its way
        }
    }

    private void Take(RunStatus status)
    {
        Nodes = status.Nodes;
        if (status.Step <= Step)
            return;
        Step = status.Step;
        _longestPause = Longer(_longestPause, Stopwatch.GetElapsedTime(_advanced));
        _advanced = Stopwatch.GetTimestamp();
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
