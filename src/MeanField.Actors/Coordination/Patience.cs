namespace MeanField.Actors.Coordination;

/// <summary>When to ask again, in ticks of the coordinator's timer: soon, then ever more rarely.</summary>
internal sealed class Patience(int longestTicks)
{
    private const int FirstTicks = 2;

    private long _round = -1;
    private int _waited;
    private int _limit = FirstTicks;

    /// <summary>One more tick in this round; true when patience has run out once more.</summary>
    public bool RunsOut(long round)
    {
        if (round != _round)
        {
            (_round, _waited, _limit) = (round, 0, FirstTicks);
            return false;
        }
        if (++_waited < _limit)
            return false;
        (_waited, _limit) = (0, Math.Min(longestTicks, 2 * _limit));
        return true;
    }
}
