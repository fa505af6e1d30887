using MeanField.Actors.Membership;
using Serilog;

namespace MeanField.Cli.Nodes;

/// <summary>What happens to the members, in the log of one of them.</summary>
internal sealed class MembershipNews(ILogger logs)
{
    private volatile bool _isMember;
    private volatile bool _isLeaving;

    /// <summary>Whether the cluster that this process is part of has any member up.</summary>
    public bool IsMember => _isMember && !_isLeaving;

    /// <summary>To a member that leaves it looks as if the others went: no news.</summary>
    public void Leave() => _isLeaving = true;

    public void Tell(MembershipChange change)
    {
        if (_isLeaving)
            return;
        switch (change.Kind)
        {
            case MembershipChangeKind.Joined:
                _isMember = true;
                logs.Information("{Member} is a member", change.Member);
                break;
            case MembershipChangeKind.Unreachable:
                logs.Warning("{Member} does not answer", change.Member);
                break;
            case MembershipChangeKind.Reachable:
                logs.Information("{Member} answers again", change.Member);
                break;
            case MembershipChangeKind.Left:
                logs.Information("{Member} has left", change.Member);
                break;
            default:
                logs.Warning("{Member} is lost; what it held is rebuilt elsewhere", change.Member);
                break;
        }
    }
}
