using System.Net;
using System.Net.Sockets;

namespace MeanField.Resilience.Tests.Hosts;

/// <summary>The network of the other tests does what they rely on.</summary>
public sealed class VirtualNetworkTests
{
    private const int Port = 7000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly byte[] Greeting = "hello"u8.ToArray();

    [HostsFact]
    public async Task Hosts_hear_each_other_unless_a_partition_is_between_them()
    {
        using var network = new VirtualNetwork(3);
        using var first = Listen(network.Hosts[0]);
        using var third = Listen(network.Hosts[2]);
        await AssertHearsAsync(third, first, network.Hosts[0]);
        network.Weather.CutOff(0, 1);
        await AssertHearsNothingAsync(third, first, network.Hosts[0]);
        using var second = Listen(network.Hosts[1]);
        await AssertHearsAsync(second, first, network.Hosts[0]);
        network.Weather.Heal();
        await AssertHearsAsync(third, first, network.Hosts[0]);
    }

    [HostsFact]
    public async Task A_stream_arrives_whole_over_a_slow_and_lossy_network()
    {
        using var network = new VirtualNetwork(2, seed: 7);
        network.Weather.Delay = TimeSpan.FromMilliseconds(2);
        network.Weather.Loss = 0.02;
        var sent = new byte[300_000];
        new Random(7).NextBytes(sent);
        using var listener = network.Hosts[0].Enter(() => new TcpListener(IPAddress.Any, Port));
        listener.Start();
        using var client = network.Hosts[1].Enter(() => new TcpClient(AddressFamily.InterNetwork));
        using var patience = new CancellationTokenSource(Patience);
        await client.ConnectAsync(network.Hosts[0].Address, Port, patience.Token);
        using var accepted = await listener.AcceptTcpClientAsync(patience.Token);
        var sending = client.GetStream().WriteAsync(sent, patience.Token);
        var received = new byte[sent.Length];
        await accepted.GetStream().ReadExactlyAsync(received, patience.Token);
        await sending;
        Assert.Equal(sent, received);
    }

    private static UdpClient Listen(VirtualHost host) =>
        host.Enter(() => new UdpClient(Port, AddressFamily.InterNetwork));

    private static async Task AssertHearsAsync(UdpClient speaker, UdpClient listener, VirtualHost at)
    {
        using var patience = new CancellationTokenSource(Patience);
        var heard = listener.ReceiveAsync(patience.Token).AsTask();
        // a datagram may be lost while addresses are looked up
        while (!heard.IsCompleted)
        {
            await speaker.SendAsync(Greeting, at.Address, Port, patience.Token);
            await Task.WhenAny(heard, Task.Delay(100, patience.Token));
        }
        Assert.Equal(Greeting, (await heard).Buffer);
        while (listener.Available > 0)
            await listener.ReceiveAsync(patience.Token);
    }

    private static async Task AssertHearsNothingAsync(UdpClient speaker, UdpClient listener, VirtualHost at)
    {
        for (var i = 0; i < 10; i++)
        {
            await speaker.SendAsync(Greeting, at.Address, Port);
            await Task.Delay(20);
        }
        Assert.Equal(0, listener.Available);
    }
}
