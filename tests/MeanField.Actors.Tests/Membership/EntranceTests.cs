using MeanField.Actors.Membership;
using MeanField.Actors.Tests.Oscillators;
using MeanField.EndToEnd.Tests;
using MeanField.Protocol;

namespace MeanField.Actors.Tests.Membership;

/// <summary>Who is let in, and who forms a cluster.</summary>
public sealed class EntranceTests : IAsyncLifetime
{
    private readonly MemberIdentity _identity = new("1.0", "messages", "journal");
    private ActorEngine _first = null!;

    public async Task InitializeAsync() => _first = await StartAsync(_identity);

    public async Task DisposeAsync() => await _first.DisposeAsync();

    public static TheoryData<MemberIdentity, string> Strangers() => new()
    {
        { new("1.1", "messages", "journal"), "it runs version 1.0, this is version 1.1" },
        { new("1.0", "others", "journal"), "it exchanges other messages (messages, not others)" },
        { new("1.0", "messages", ""), "it keeps its runs in another journal (journal, not none)" },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task A_process_that_differs_is_refused_in_a_line_that_says_why(MemberIdentity stranger, string why)
    {
        var refused = await Assert.ThrowsAsync<NodeRefusedException>(() => StartAsync(stranger, _first.Address));
        Assert.Equal($"{_first.Address} cannot be joined: {why}", refused.Message);
    }

    [Fact]
    public async Task A_member_waits_for_the_first_of_its_list_and_joins_it()
    {
        var free = FreePlace();
        var waiting = StartAsync(_identity, free);
        await using var late = await ActorEngine.StartAsync(
            new OscillatorSource(), new() { Identity = _identity, Listen = free, Join = [free] });
        await using var joined = await waiting;
        Assert.Equal(2, await late.WaitForShardHoldersAsync(2, TimeSpan.FromSeconds(30), CancellationToken.None));
    }

    [Fact]
    public async Task Members_that_name_each_other_form_one_cluster()
    {
        Endpoint[] seeds = [FreePlace(), FreePlace()];
        var starting = seeds.Select(seed => ActorEngine.StartAsync(
            new OscillatorSource(), new() { Identity = _identity, Listen = seed, Join = [.. seeds] })).ToList();
        var members = await Task.WhenAll(starting);
        var counts = new List<int>();
        foreach (var member in members)
            counts.Add(await member.WaitForShardHoldersAsync(2, TimeSpan.FromSeconds(30), CancellationToken.None));
        foreach (var member in members)
            await member.DisposeAsync();
        Assert.Equal([2, 2], counts);
    }

    private static Task<ActorEngine> StartAsync(MemberIdentity identity, params Endpoint[] join) =>
        ActorEngine.StartAsync(new OscillatorSource(), new() { Identity = identity, Join = [.. join] });

    private static Endpoint FreePlace() => new("127.0.0.1", Loopback.FreePort());
}
