using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MeanField.Actors;
using MeanField.Actors.Clients;
using MeanField.Core.Dynamics;
using MeanField.Protocol;

namespace MeanField.Resilience.Tests.Trials;

/// <summary>Whoever submitted the trial's run and listens to it, through all that happens to the members.</summary>
internal sealed class TrialClient : IAsyncDisposable
{
    private const int Shards = 6;

    /// <summary>Ample: what is tested is that it comes, not how soon.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly ClusterClient _client;
    private readonly RunId _run;
    private readonly Trial _trial;
    private readonly TrialCluster _cluster;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Task<RunEnding> _listening;
    private string? _reason;

    private TrialClient(ClusterClient client, RunId run, Trial trial, TrialCluster cluster)
    {
        (_client, _run, _trial, _cluster) = (client, run, trial, cluster);
        _listening = ListenAsync();
    }

    public static async Task<TrialClient> SubmitAsync(TrialCluster cluster, Trial? trial = null)
    {
        trial ??= await Trial.UsualAsync();
        var client = await ClusterClient.ConnectAsync(new()
        {
            Members = [.. cluster.Nodes.Select(node => Parse(node.Address))],
            Patience = Patience,
        });
        var run = await client.SubmitAsync(trial.Text, new() { Shards = Shards });
        return new(client, run, trial, cluster);
    }

    public string Run => _run.Value;

    /// <summary>Until some steps are done.</summary>
    public async Task UntilUnderWayAsync()
    {
        while ((await _client.StatusAsync(_run)).Step == 0)
        {
            Assert.False(_listening.IsCompleted, $"The run ended before it was under way.\n{_cluster}");
            await Task.Delay(20);
        }
    }

    /// <summary>The member that holds the run's coordinator now, in the middle of the run.</summary>
    public async Task<TrialNode> CoordinatorAsync() => (await PlacesAsync()).Coordinator;

    /// <summary>Where the run is now: its coordinator, and a member that holds particles and not the coordinator.</summary>
    public async Task<(TrialNode Coordinator, TrialNode Worker)> PlacesAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < Patience)
        {
            var placement = await _client.PlacementAsync(_run);
            Assert.False(_listening.IsCompleted, $"The run was over too soon.\n{_cluster}");
            var workers = placement.Holders.Remove(placement.Coordinator);
            if (workers.Length > 0)
                return (_cluster.At(placement.Coordinator), _cluster.At(workers[0]));
            await Task.Delay(20);
        }
        throw new TimeoutException($"The run's particles are nowhere but beside its coordinator.\n{_cluster}");
    }

    /// <summary>Waits for the end, and holds it against the serial engine's.</summary>
    public async Task AssertSerialAnswerAsync()
    {
        try
        {
            var ending = await _listening.WaitAsync(Patience);
            Assert.True(ending == RunEnding.Completed, $"The run {ending}: {_reason}\n{_cluster}");
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The run has not ended.\n{_cluster}");
        }
        Assert.Equal(_trial.SerialHash, Convert.ToHexStringLower(_hash.GetHashAndReset()));
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        _hash.Dispose();
    }

    private static Endpoint Parse(string address) =>
        Endpoint.TryParse(address, out var endpoint) ? endpoint : throw new FormatException(address);

    private async Task<RunEnding> ListenAsync() =>
        (await _client.ListenAsync(_run, EventCursor.Start, TakeAsync)).Ending;

    private ValueTask TakeAsync(RunEvent runEvent)
    {
        if (runEvent is ParticlesRead read)
            _hash.AppendData(MemoryMarshal.AsBytes(read.Values.AsSpan()));
        if (runEvent is RunFailed failed)
            _reason = failed.Reason;
        return ValueTask.CompletedTask;
    }
}
