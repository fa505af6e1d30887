using MeanField.Protocol;

namespace MeanField.Actors.Coordination;

/// <summary>Which shard answers through which post (the combiner of a node).</summary>
internal sealed class Roster
{
    private const int Nowhere = -1;

    private readonly int[] _posts;
    private int _unplaced;
    private IReadOnlyList<Detachment> _detachments = [];

    public Roster(int shards)
    {
        _posts = new int[shards];
        Array.Fill(_posts, Nowhere);
        _unplaced = shards;
    }

    public bool IsComplete => _unplaced == 0;

    /// <summary>The shards grouped by post; complete only when the roster is.</summary>
    public IReadOnlyList<Detachment> Detachments => _detachments;

    public IEnumerable<int> Unplaced => Enumerable.Range(0, _posts.Length).Where(i => _posts[i] == Nowhere);

    /// <summary>All posts that have a shard now.</summary>
    public IEnumerable<int> Posts => _posts.Where(post => post != Nowhere).Distinct();

    /// <summary>Whatever was at a post is nowhere now.</summary>
    public ShardSet Lose(int post)
    {
        var lost = ShardSet.Of(Enumerable.Range(0, _posts.Length).Where(shard => _posts[shard] == post));
        foreach (var shard in lost)
            _posts[shard] = Nowhere;
        _unplaced += lost.Count;
        return lost;
    }

    /// <summary>Places a shard; false where it was there already.</summary>
    public bool Place(int shard, int post)
    {
        if ((uint)shard >= (uint)_posts.Length || _posts[shard] == post)
            return false;
        if (_posts[shard] == Nowhere)
            _unplaced--;
        _posts[shard] = post;
        if (IsComplete)
            _detachments = [.. _posts
                .Select((at, index) => (at, index))
                .GroupBy(pair => pair.at, pair => pair.index)
                .Select(group => new Detachment(group.Key, ShardSet.Of(group)))];
        return true;
    }
}

/// <summary>The shards at one post.</summary>
internal sealed record Detachment(int Post, ShardSet Shards);
