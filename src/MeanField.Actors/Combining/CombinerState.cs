using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Combining;

/// <summary>
/// The shards of one node and the question that they are being asked: their answers leave as one.
/// </summary>
internal sealed class CombinerState(ICombinerPort port)
{
    private readonly HashSet<int> _attached = [];
    private readonly HashSet<int> _answered = [];
    private AnswerSum _sum = new(0);
    private Rounds.Open? _question;
    private ReadOnlyMemory<byte>? _combined;

    public IReadOnlySet<int> Attached => _attached;

    /// <summary>A shard is here; it may be wanted already.</summary>
    public void Attach(int shard, int summaryLength)
    {
        _attached.Add(shard);
        if (_sum.SummaryLength != summaryLength)
            _sum = new(summaryLength);
        if (_question is { } question && _combined is null
            && question.Shards.Contains(shard) && !_answered.Contains(shard))
            port.ToShard(shard, question);
    }

    public void Detach(int shard)
    {
        _attached.Remove(shard);
        if (_question is { } question && _combined is null
            && question.Shards.Contains(shard) && !_answered.Contains(shard))
            port.ToCoordinator(new Enlisting.ShardsMissing(question.Stamp, ShardSet.Of(shard)));
    }

    public void Open(Rounds.Open question)
    {
        if (_question is { } last && question.Stamp.IsBefore(last.Stamp))
            return;
        if (_question is null || !question.Stamp.IsSameRound(_question.Stamp)
            || !question.Shards.Equals(_question.Shards))
            Begin(question);
        if (_combined is { } combined)
            Answer(question, combined);
        else
            AskUnanswered(question);
    }

    public void ShardAnswered(Rounds.ShardAnswered answer)
    {
        if (_question is not { } question || _combined is not null
            || !answer.Stamp.IsSameRound(question.Stamp)
            || !question.Shards.Contains(answer.Shard) || !_answered.Add(answer.Shard))
            return;
        var isOnly = question.Shards.Count == 1;
        if (!isOnly)
            _sum.Add(answer.Payload.Span);
        if (_answered.Count < question.Shards.Count)
            return;
        var combined = isOnly ? answer.Payload : _sum.Write();
        _combined = combined;
        port.RoundClosed();
        Answer(question, combined);
    }

    private void Begin(Rounds.Open question)
    {
        (_question, _combined) = (question, null);
        _answered.Clear();
        _sum.Begin(question.Probe);
        port.RoundOpened();
    }

    private void AskUnanswered(Rounds.Open question)
    {
        List<int>? missing = null;
        foreach (var shard in question.Shards)
        {
            if (_answered.Contains(shard))
                continue;
            if (_attached.Contains(shard))
                port.ToShard(shard, question);
            else
                (missing ??= []).Add(shard);
        }
        if (missing is not null)
            port.ToCoordinator(new Enlisting.ShardsMissing(question.Stamp, ShardSet.Of(missing)));
    }

    private void Answer(Rounds.Open question, ReadOnlyMemory<byte> combined)
    {
        var parts = Math.Max(1, (combined.Length + Transfers.PieceBytes - 1) / Transfers.PieceBytes);
        for (var part = 0; part < parts; part++)
        {
            var first = part * Transfers.PieceBytes;
            var length = Math.Min(Transfers.PieceBytes, combined.Length - first);
            port.ToCoordinator(new Rounds.NodeAnswered(
                question.Stamp, question.Shards, question.Probe is not null, part, parts,
                combined.Slice(first, length)));
        }
    }
}
