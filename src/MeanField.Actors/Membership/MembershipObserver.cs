using Akka.Actor;
using Akka.Cluster;
using static Akka.Cluster.ClusterEvent;

namespace MeanField.Actors.Membership;

/// <summary>Tells what happens to the members of the cluster, in the order in which it is seen here.</summary>
internal sealed class MembershipObserver(Action<MembershipChange> tell) : UntypedActor
{
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);

    protected override void PreStart() => _cluster.Subscribe(
        Self, SubscriptionInitialStateMode.InitialStateAsEvents, typeof(IMemberEvent), typeof(IReachabilityEvent));

    protected override void PostStop() => _cluster.Unsubscribe(Self);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case MemberUp up:
                Tell(MembershipChangeKind.Joined, up.Member);
                break;
            case UnreachableMember unreachable:
                Tell(MembershipChangeKind.Unreachable, unreachable.Member);
                break;
            case ReachableMember reachable:
                Tell(MembershipChangeKind.Reachable, reachable.Member);
                break;
            case MemberRemoved { PreviousStatus: MemberStatus.Down } removed:
                Tell(MembershipChangeKind.Lost, removed.Member);
                break;
            case MemberRemoved removed:
                Tell(MembershipChangeKind.Left, removed.Member);
                break;
        }
    }

    private void Tell(MembershipChangeKind kind, Member member) =>
        tell(new(kind, new(member.Address.Host, member.Address.Port ?? 0)));
}
