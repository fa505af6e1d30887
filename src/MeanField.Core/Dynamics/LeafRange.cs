namespace MeanField.Core.Dynamics;

/// <summary>A contiguous run of leaves: the particles that one shard owns.</summary>
/// <param name="First">Index of the first leaf.</param>
/// <param name="Count">Number of leaves.</param>
public readonly record struct LeafRange(int First, int Count)
{
    public int End => First + Count;

    /// <summary>Part <paramref name="index"/> of <paramref name="parts"/> parts of 0…<paramref name="leaves"/>, sizes differing by one at most.</summary>
    public static LeafRange Part(int leaves, int index, int parts)
    {
        var first = (int)((long)leaves * index / parts);
        return new(first, (int)((long)leaves * (index + 1) / parts) - first);
    }
}
