using System.Numerics;

namespace MeanField.Protocol;

/// <summary>An immutable set of shard numbers, one bit each.</summary>
public sealed class ShardSet : IEquatable<ShardSet>
{
    /// <summary>Shards of one run at most.</summary>
    public const int MaximumShards = 1 << 16;

    private readonly ulong[] _bits;

    private ShardSet(ulong[] bits)
    {
        _bits = bits;
        foreach (var word in bits)
            Count += BitOperations.PopCount(word);
    }

    public static ShardSet Empty { get; } = new([]);

    public int Count { get; }

    public static ShardSet All(int shards) => Of(Enumerable.Range(0, shards));

    public static ShardSet Of(params IEnumerable<int> shards)
    {
        var bits = new List<ulong>();
        foreach (var shard in shards)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(shard);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shard, MaximumShards);
            while (bits.Count <= shard >> 6)
                bits.Add(0);
            bits[shard >> 6] |= 1UL << (shard & 63);
        }
        return new(bits.ToArray());
    }

    /// <summary>From its words, least shard in the lowest bit of the first.</summary>
    public static ShardSet FromWords(ReadOnlySpan<ulong> words) => new(words.TrimEnd(0UL).ToArray());

    public ReadOnlySpan<ulong> Words => _bits;

    public bool Contains(int shard) =>
        (uint)shard < (uint)_bits.Length * 64 && (_bits[shard >> 6] >> (shard & 63) & 1) != 0;

    public bool Equals(ShardSet? other) =>
        ReferenceEquals(this, other) || (other is not null && _bits.AsSpan().SequenceEqual(other._bits));

    public override bool Equals(object? obj) => Equals(obj as ShardSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var word in _bits)
            hash.Add(word);
        return hash.ToHashCode();
    }

    /// <summary>The numbers in the set, ascending.</summary>
    public Enumerator GetEnumerator() => new(_bits);

    public IEnumerable<int> Shards()
    {
        foreach (var shard in this)
            yield return shard;
    }

    public override string ToString() => $"{{{string.Join(",", Shards())}}}";

    /// <summary>Walks the set without allocating: rounds do it at every step.</summary>
    public struct Enumerator(ulong[] bits)
    {
        private int _word = -1;
        private ulong _rest;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (++_word >= bits.Length)
                    return false;
                _rest = bits[_word];
            }
            Current = 64 * _word + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
