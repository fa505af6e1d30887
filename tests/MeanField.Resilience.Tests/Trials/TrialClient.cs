namespace MeanField.Resilience.Tests.Trials;

/// <summary>Whoever waits for the trial's run.</summary>
internal sealed class TrialClient(Meanfield process, TrialCluster cluster, Trial trial) : IDisposable
{
    private const string Shards = "6";

    /// <summary>Ample: what is tested is that it comes, not how soon.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Submits the trial and waits for its end, at the last host where members have hosts.</summary>
    public static async Task<TrialClient> SubmitAsync(TrialCluster cluster, Trial? trial = null)
    {
        trial ??= await Trial.UsualAsync();
        var under = cluster.Network?.Hosts[^1].Prefix ?? [];
        string[] arguments =
        [
            "submit", .. trial.Specification, "--shards", Shards, "--wait", "--out", cluster.Output, "--json",
            .. cluster.Nodes.SelectMany(node => new[] { "--to", node.Address }),
        ];
        return new(Meanfield.StartUnder(under, arguments), cluster, trial);
    }

    /// <summary>Until some steps are recorded.</summary>
    public async Task UntilUnderWayAsync()
    {
        try
        {
            await Trial.UntilUnderWayAsync(process, cluster.Output);
        }
        catch (InvalidOperationException failure)
        {
            throw new InvalidOperationException($"{failure.Message}\n{cluster}");
        }
    }

    /// <summary>Waits for the report, and holds it against the serial engine's.</summary>
    public async Task AssertSerialAnswerAsync()
    {
        Ending ending;
        try
        {
            ending = await process.EndAsync(Patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\n{cluster}");
        }
        Assert.True(ending.ExitCode == 0, $"{ending}\n{cluster}");
        Assert.Equal(trial.SerialHash, ending.FinalStateHash);
        new RunFolder(cluster.Output).AssertComplete();
    }

    public void Dispose() => process.Dispose();
}
