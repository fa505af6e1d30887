using MeanField.Core.Dynamics;
using Microsoft.Extensions.Logging;

namespace MeanField.Actors.Checkpoints;

/// <summary>
/// A node's way back from disk: one file in memory at a time; what is unusable is passed over.
/// </summary>
internal sealed class CheckpointReader(ILogger log)
{
    private readonly Lock _reading = new();
    private byte[] _buffer = [];

    /// <summary>
    /// Restores each leaf from the newest checkpoint that verifies; tells the last of their steps.
    /// </summary>
    public long Restore(IParticleBlock block, IMeanFieldModel model, CheckpointFolder folder, long latest)
    {
        var missing = Enumerable.Range(block.Leaves.First, block.Leaves.Count).ToHashSet();
        var furthest = 0L;
        foreach (var name in List(folder).Where(name => name.Step <= latest))
        {
            var runs = Runs(name.Leaves, missing).ToList();
            if (runs.Count == 0 || !TryRestore(block, model, folder, name, runs))
                continue;
            furthest = Math.Max(furthest, name.Step);
            missing.ExceptWith(runs.SelectMany(run => Enumerable.Range(run.First, run.Count)));
        }
        if (furthest > 0)
            log.LogInformation(
                "Leaves {First} to {Last} begin at step {Step}, where step {Latest} is known",
                block.Leaves.First, block.Leaves.End - 1, block.Step, latest);
        return furthest;
    }

    private IReadOnlyList<CheckpointName> List(CheckpointFolder folder)
    {
        try
        {
            return folder.List();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("No checkpoints can be looked for in {Path}: {Reason}", folder.Path, cause.Message);
            return [];
        }
    }

    private bool TryRestore(
        IParticleBlock block, IMeanFieldModel model, CheckpointFolder folder, CheckpointName name,
        List<LeafRange> runs)
    {
        try
        {
            lock (_reading)
            {
                var numbers = folder.Read(name, ref _buffer);
                foreach (var run in runs)
                {
                    var before = (int)model.Bytes(new(name.Leaves.First, run.First - name.Leaves.First));
                    block.Restore(run, name.Step, numbers.Slice(before, (int)model.Bytes(run)));
                }
            }
            return true;
        }
        catch (Exception cause) when (cause is InvalidDataException or IOException
            or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            log.LogWarning("The checkpoint {File} is passed over: {Reason}", name.Numbers, cause.Message);
            return false;
        }
    }

    /// <summary>The stretches of some leaves that are still missing.</summary>
    private static IEnumerable<LeafRange> Runs(LeafRange leaves, HashSet<int> missing)
    {
        for (var leaf = leaves.First; leaf < leaves.End; leaf++)
        {
            var first = leaf;
            while (leaf < leaves.End && missing.Contains(leaf))
                leaf++;
            if (leaf > first)
                yield return new(first, leaf - first);
        }
    }
}
