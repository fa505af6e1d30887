using System.Collections.Immutable;
using MeanField.Core.Measures;
using MeanField.Core.Numerics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// Asks all shards one question at a time: calls them, knows where they are, asks again whoever does not answer,
/// and calls again whoever cannot be found.
/// </summary>
internal sealed class Inquiry(RunTerms terms, int summaryLength, IRunPort port)
{
    private const int LongestWaitTicks = 100;
    private const int TicksBetweenCalls = 4;

    private readonly Roster _roster = new(terms.Shards);
    private readonly RoundInProgress _round = new(summaryLength);
    private readonly Patience _patience = new(LongestWaitTicks);
    private readonly Patience _patienceForCalls = new(TicksBetweenCalls);
    private long _rounds;

    /// <summary>Whether it is known where all shards are.</summary>
    public bool IsComplete => _roster.IsComplete;

    /// <summary>Whether all shards are known and none is being asked.</summary>
    public bool IsReady => _roster.IsComplete && !_round.IsOpen;

    public bool IsOpen => _round.IsOpen;

    public IEnumerable<int> Posts => _roster.Posts;

    /// <summary>The total of the summary that was asked for last.</summary>
    public ReadOnlySpan<ExactSum> Sums => _round.Sums;

    /// <summary>The total of the probe that was asked last.</summary>
    public ProbeTotals Totals => _round.Totals;

    /// <summary>Calls the shards that have not been heard of.</summary>
    public void Call(long step)
    {
        foreach (var shard in _roster.Unplaced)
            port.Enlist(shard, step);
    }

    /// <summary>A post is gone: its shards are called at once, and often until all are found again.</summary>
    public ShardSet Lose(int post, long step)
    {
        var lost = _roster.Lose(post);
        Call(step);
        return lost;
    }

    /// <summary>A shard has reported; if it has moved, it is asked where it is now.</summary>
    public void Place(int shard, int post)
    {
        if (!_roster.Place(shard, post) || !_roster.IsComplete || !_round.IsOpen)
            return;
        _round.Reassign(_roster.Detachments);
        Send();
    }

    public void Open(
        long step, ImmutableArray<double> signalsBefore, ImmutableArray<double> trial, ProbeQuestion? probe)
    {
        var stamp = new RoundStamp(terms.Run, terms.Epoch, ++_rounds, step);
        _round.Begin(stamp, signalsBefore, trial, probe, _roster.Detachments);
        port.RoundOpened();
        Send();
    }

    /// <summary>True when the answer was the last that was missing: the totals are there.</summary>
    public bool Accept(Rounds.NodeAnswered answer)
    {
        if (!_round.Accept(answer))
            return false;
        port.RoundClosed();
        _round.Close();
        return true;
    }

    /// <summary>A post no longer has these shards: they are called again at once.</summary>
    public void Missing(in RoundStamp stamp, ShardSet shards)
    {
        if (!_round.IsOpen || !stamp.IsSameRound(_round.Stamp))
            return;
        foreach (var shard in shards)
            port.Enlist(shard, stamp.Step);
    }

    public void Tick(long step)
    {
        if (!_roster.IsComplete)
        {
            if (_patienceForCalls.RunsOut(_rounds))
                Call(step);
        }
        else if (_round.IsOpen && _patience.RunsOut(_rounds))
            Repeat(step);
    }

    private void Send()
    {
        foreach (var (to, question) in _round.Unanswered())
            port.ToPost(to.Post, question);
    }

    /// <summary>Asks again; whoever does not hear it any more has to be found again.</summary>
    private void Repeat(long step)
    {
        foreach (var (to, question) in _round.Unanswered())
        {
            port.ToPost(to.Post, question);
            foreach (var shard in to.Shards)
                port.Enlist(shard, step);
        }
    }
}
