using MeanField.Actors.Membership;
using MeanField.Cli.Nodes;

namespace MeanField.Cli.Tests.Nodes;

public class ArgumentTests
{
    [Fact]
    public void A_node_holds_everything_unless_told_otherwise()
    {
        Assert.Equal(NodeRoles.All, RoleArgument.Parse([]));
        Assert.Equal(NodeRoles.Shards, RoleArgument.Parse(["shards"]));
        Assert.Equal(NodeRoles.All, RoleArgument.Parse(["coordinators", "shards"]));
    }

    [Theory]
    [InlineData("0.0.0.0:4053")]
    [InlineData("[::]:4053")]
    [InlineData("10.0.0.1:0")]
    [InlineData("nonsense")]
    public void Nobody_is_sent_to_a_place_that_does_not_exist(string text)
    {
        var refusal = Assert.Throws<Refusal>(() => EndpointArgument.Remote("--join", text));
        Assert.Equal((ExitCode.BadUsage, "--join"), (refusal.ExitCode, refusal.Faults[0].Path));
    }

    [Fact]
    public void A_node_that_listens_everywhere_says_where_it_is_reached()
    {
        var everywhere = new NodeSettings { Listen = new("0.0.0.0", 4053) };
        Assert.Throws<Refusal>(everywhere.Check);
        (everywhere with { Public = new("127.0.0.1", 4053), Insecure = true }).Check();
    }

    [Theory]
    [InlineData("10.0.0.1:4053", null)]
    [InlineData("127.0.0.1:4053", "node-1:4053")]
    public void A_node_that_other_machines_reach_wants_certificates_or_a_word(string listen, string? reached)
    {
        var open = new NodeSettings
        {
            Listen = EndpointArgument.Listen("--listen", listen),
            Public = reached is null ? null : EndpointArgument.Remote("--public", reached),
        };
        Assert.Contains("--insecure", Assert.Throws<Refusal>(open.Check).Message, StringComparison.Ordinal);
        (open with { Insecure = true }).Check();
    }
}
