namespace MeanField.Actors.Shards;

/// <summary>
/// Shares a node's compute threads among the shards that are being rebuilt: one alone may have them all,
/// and all together take no more than there are.
/// </summary>
internal sealed class ReplayThreads(int threads)
{
    private int _rebuilding;

    /// <summary>Does the work with as many threads as are its share now.</summary>
    public void Share(Action<int> work)
    {
        var rebuilding = Interlocked.Increment(ref _rebuilding);
        try
        {
            work(Math.Max(1, threads / rebuilding));
        }
        finally
        {
            Interlocked.Decrement(ref _rebuilding);
        }
    }
}
