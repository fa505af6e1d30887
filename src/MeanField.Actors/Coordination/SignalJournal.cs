using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MeanField.Actors.Coordination;

/// <summary>The signals of all steps so far, in pages: the run's whole memory of itself.</summary>
internal sealed class SignalJournal
{
    private const int PageValues = 1 << 13;

    private readonly List<double[]> _pages = [];

    /// <summary>Numbers, not steps.</summary>
    public long Count { get; private set; }

    public void Append(ReadOnlySpan<double> values)
    {
        while (!values.IsEmpty)
        {
            var offset = (int)(Count % PageValues);
            if (offset == 0)
                _pages.Add(new double[PageValues]);
            var taken = Math.Min(values.Length, PageValues - offset);
            values[..taken].CopyTo(_pages[^1].AsSpan(offset));
            Count += taken;
            values = values[taken..];
        }
    }

    /// <summary>
    /// Values from <paramref name="first"/> on, as many as there are up to <paramref name="count"/>.
    /// </summary>
    public ImmutableArray<double> Read(long first, int count)
    {
        if (first < 0 || first >= Count)
            return [];
        var values = new double[Math.Min(count, Count - first)];
        for (var done = 0; done < values.Length;)
        {
            var offset = (int)((first + done) % PageValues);
            var taken = Math.Min(values.Length - done, PageValues - offset);
            _pages[(int)((first + done) / PageValues)].AsSpan(offset, taken).CopyTo(values.AsSpan(done));
            done += taken;
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }
}
