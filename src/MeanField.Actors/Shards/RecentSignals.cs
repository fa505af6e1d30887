namespace MeanField.Actors.Shards;

/// <summary>
/// The last signals that a shard has applied: a coordinator that comes after may not find them in its
/// journal.
/// </summary>
internal sealed class RecentSignals(int capacity)
{
    private readonly double[] _values = new double[capacity];

    /// <summary>The number after the last, counted over all steps.</summary>
    public long End { get; private set; }

    /// <summary>The first number that is remembered.</summary>
    public long First { get; private set; }

    public void Add(ReadOnlySpan<double> values)
    {
        End += values.Length;
        if (values.Length > capacity)
            values = values[^capacity..];
        First = Math.Max(First, End - capacity);
        var at = (int)((End - values.Length) % capacity);
        var head = values[..Math.Min(values.Length, capacity - at)];
        head.CopyTo(_values.AsSpan(at));
        values[head.Length..].CopyTo(_values);
    }

    /// <summary>
    /// From that number on, as many as there are; none where it is forgotten or has not been heard.
    /// </summary>
    public double[] Read(long first, int count)
    {
        if (first < First || first >= End)
            return [];
        var read = new double[Math.Min(count, End - first)];
        for (var i = 0; i < read.Length; i++)
            read[i] = _values[(first + i) % capacity];
        return read;
    }

    /// <summary>The next number is this one, and none is known.</summary>
    public void Restart(long end) => (First, End) = (end, end);
}
