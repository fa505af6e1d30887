namespace MeanField.Actors.Tests.Membership;

public class EndpointTests
{
    [Theory]
    [InlineData("10.0.0.1:4053", "10.0.0.1", 4053)]
    [InlineData("node-2.cluster.local:80", "node-2.cluster.local", 80)]
    [InlineData("[::1]:4053", "::1", 4053)]
    [InlineData("localhost:0", "localhost", 0)]
    public void An_endpoint_is_read_and_written_alike(string text, string host, int port)
    {
        Assert.True(Endpoint.TryParse(text, out var endpoint));
        Assert.Equal(new Endpoint(host, port), endpoint);
        Assert.Equal(text, endpoint.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("host")]
    [InlineData(":4053")]
    [InlineData("host:")]
    [InlineData("host:65536")]
    [InlineData("host:-1")]
    [InlineData("host: 1")]
    [InlineData("::1:4053")]
    [InlineData("[host]:4053")]
    [InlineData("tcp://host:4053")]
    [InlineData("two words:4053")]
    public void Anything_else_is_none(string text) => Assert.False(Endpoint.TryParse(text, out _));

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.9.9.9", true)]
    [InlineData("::1", true)]
    [InlineData("localhost", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("localhost.example.com", false)]
    public void Only_loopback_keeps_to_this_machine(string host, bool expected) =>
        Assert.Equal(expected, new Endpoint(host, 1).IsLoopback);
}
