using MeanField.Core.Tests.Support;

namespace MeanField.Actors.Tests.Checkpoints;

public sealed class UnwritablePlaceTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_place_that_cannot_be_written_is_told_of_once()
    {
        var place = _directory.At("file");
        File.WriteAllText(place, "in the way");
        using var run = new SavedRun(place);
        using var checkpoints = run.Checkpoints(run.All);
        Save(run, checkpoints, 5, 10, 15);
        Assert.Contains(place, Assert.Single(run.Log.Warnings), StringComparison.Ordinal);
        var (block, _) = run.Restore(run.All);
        Assert.Equal(0, block.Step);
    }

    private static void Save(
        SavedRun run, Actors.Checkpoints.BlockCheckpoints checkpoints, params ReadOnlySpan<long> steps)
    {
        foreach (var step in steps)
        {
            run.RunTo(step);
            run.HandOver(checkpoints);
        }
    }
}
