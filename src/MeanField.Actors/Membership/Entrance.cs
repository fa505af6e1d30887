using Akka.Actor;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;
using Microsoft.Extensions.Logging;

namespace MeanField.Actors.Membership;

/// <summary>
/// How a process becomes a member: it introduces itself to the members that it was told of, and joins them if they
/// are the same program with the same journal. (Akka.NET itself does not compare what members must agree on.)
/// </summary>
internal sealed class Entrance(
    ActorSystem system, MemberIdentity identity, IReadOnlyList<Endpoint> members, ILogger log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private const int RoundsBetweenReminders = 5;

    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(system);

    /// <summary>Returns when this process is a member.</summary>
    /// <exception cref="NodeRefusedException">The members are another program, or have another journal.</exception>
    /// <exception cref="NodeExpelledException">It has been given up already; another process must try.</exception>
    public async Task EnterAsync(CancellationToken cancellation)
    {
        var seeds = members.Select(AddressOf).ToList();
        if (seeds.Count == 0)
        {
            await _cluster.JoinAsync(_cluster.SelfAddress, cancellation);
            return;
        }
        var others = seeds.Where(seed => seed != _cluster.SelfAddress).ToList();
        // only the first of the list may form a cluster, and only where no other answers: members that name each
        // other in the same order can never form two
        var mayForm = seeds[0] == _cluster.SelfAddress;
        await MeetAsync(others, mayForm, cancellation);
        await JoinAsync(seeds, cancellation);
    }

    private async Task JoinAsync(List<Address> seeds, CancellationToken cancellation)
    {
        var expelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var watch = system.ActorOf(Props.Create(() => new ExpulsionWatch(expelled)));
        var joining = _cluster.JoinSeedNodesAsync(seeds, cancellation);
        if (await Task.WhenAny(joining, expelled.Task) == expelled.Task)
            throw new NodeExpelledException();
        await joining;
        system.Stop(watch);
    }

    private async Task MeetAsync(List<Address> others, bool mayForm, CancellationToken cancellation)
    {
        for (var round = 0; others.Count > 0; round++)
        {
            var asked = others.Select(other => AskAsync(other, cancellation)).ToList();
            var answers = (await Task.WhenAll(asked)).OfType<(Address, MemberIdentity)>().ToList();
            foreach (var (member, theirs) in answers)
                RequireSame(member, theirs);
            if (answers.Count > 0 || mayForm)
                return;
            // members that are started together find each other in the first rounds, which is no news
            if (round % RoundsBetweenReminders == 1)
                log.LogWarning("No member answers at {Members} yet; trying again", string.Join(", ", members));
        }
    }

    private async Task<(Address, MemberIdentity)?> AskAsync(Address member, CancellationToken cancellation)
    {
        var door = system.ActorSelection(new RootActorPath(member) / "user" / Doorkeeper.Name);
        try
        {
            var answer = await door.Ask<Handshake.Introduced>(
                new Handshake.Introduce(identity), Patience, cancellation);
            return (member, answer.Identity);
        }
        catch (AskTimeoutException)
        {
            return null;
        }
    }

    private void RequireSame(Address member, MemberIdentity theirs)
    {
        if (identity.DifferenceFrom(theirs) is { } difference)
            throw new NodeRefusedException($"{member.Host}:{member.Port} cannot be joined: {difference}");
    }

    private Address AddressOf(Endpoint member) =>
        new(_cluster.SelfAddress.Protocol, system.Name, member.Host, member.Port);
}
