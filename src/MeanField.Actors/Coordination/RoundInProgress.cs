using System.Collections.Immutable;
using MeanField.Actors.Combining;
using MeanField.Core.Measures;
using MeanField.Core.Numerics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// One question to all shards, and who has answered it. Answers count by their set of shards, once.
/// </summary>
internal sealed class RoundInProgress(int summaryLength)
{
    private readonly AnswerSum _sum = new(summaryLength);
    private readonly List<Share> _shares = [];
    private RoundStamp _stamp;
    private ImmutableArray<double> _signals = [];
    private ImmutableArray<double> _trial = [];
    private ProbeQuestion? _probe;
    private int _unanswered;

    public bool IsOpen { get; private set; }

    public RoundStamp Stamp => _stamp;

    /// <summary>The total of the summary, once all have answered.</summary>
    public ReadOnlySpan<ExactSum> Sums => _sum.Sums;

    /// <summary>The total of the probe, once all have answered.</summary>
    public ProbeTotals Totals => _sum.Totals;

    public void Begin(
        in RoundStamp stamp,
        ImmutableArray<double> signals,
        ImmutableArray<double> trial,
        ProbeQuestion? probe,
        IReadOnlyList<Detachment> detachments)
    {
        (_stamp, _signals, _trial, _probe, IsOpen) = (stamp, signals, trial, probe, true);
        Assign(detachments);
        foreach (var share in _shares)
            share.Forget();
        _unanswered = _shares.Count;
    }

    /// <summary>Shards have moved; answers of sets that still stand are kept.</summary>
    public void Reassign(IReadOnlyList<Detachment> detachments)
    {
        Assign(detachments);
        _unanswered = _shares.Count(share => !share.IsAnswered);
    }

    /// <summary>What is to be sent, or sent again, and to which post.</summary>
    public IEnumerable<(Detachment To, Rounds.Open Question)> Unanswered()
    {
        foreach (var share in _shares)
            if (!share.IsAnswered)
                yield return (share.Detachment, new(_stamp, share.Detachment.Shards, _signals, _probe, _trial));
    }

    /// <summary>True when this answer was the last that was missing.</summary>
    public bool Accept(Rounds.NodeAnswered answer)
    {
        if (!IsOpen || !answer.Stamp.IsSameRound(_stamp))
            return false;
        foreach (var share in _shares)
            if (!share.IsAnswered && share.Detachment.Shards.Equals(answer.Shards) && share.Accept(answer))
                _unanswered--;
        return _unanswered == 0;
    }

    /// <summary>Adds up the answers; the next round may begin afterwards.</summary>
    public void Close()
    {
        _sum.Begin(_probe);
        foreach (var share in _shares)
            _sum.Add(share.Payload.Span);
        IsOpen = false;
    }

    private void Assign(IReadOnlyList<Detachment> detachments)
    {
        if (_shares.Count == detachments.Count
            && !_shares.Where((share, i) => !ReferenceEquals(share.Detachment, detachments[i])).Any())
            return;
        var before = _shares.ToList();
        _shares.Clear();
        foreach (var detachment in detachments)
        {
            var same = before.Find(share => share.Detachment.Shards.Equals(detachment.Shards));
            _shares.Add(new(detachment, same));
        }
    }
}
