using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Configuration;

namespace MeanField.Benchmarks.Rounds;

/// <summary>
/// A process that sends back what it is sent, by a socket and by Akka.Remote; it ends when its standard input does.
/// </summary>
internal sealed class EchoProcess : IDisposable
{
    public const string System = "echo";

    private readonly Process _process;

    private EchoProcess(Process process, int socketPort, int akkaPort) =>
        (_process, SocketPort, AkkaPort) = (process, socketPort, akkaPort);

    public int SocketPort { get; }

    public int AkkaPort { get; }

    public static Config Remoting(bool batching) => ConfigurationFactory.ParseString($$"""
        akka.loglevel = ERROR
        akka.stdout-loglevel = ERROR
        akka.actor.provider = remote
        akka.remote.dot-netty.tcp.hostname = "127.0.0.1"
        akka.remote.dot-netty.tcp.port = 0
        akka.remote.dot-netty.tcp.batching.enabled = {{(batching ? "on" : "off")}}
        """);

    public static EchoProcess Start(bool batching)
    {
        var program = typeof(EchoProcess).Assembly.Location;
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "echo", batching ? "on" : "off"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var ports = process.StandardOutput.ReadLine()!.Split(' ');
        return new(process, Port(ports[0]), Port(ports[1]));
    }

    /// <summary>The other side: what the process does.</summary>
    public static async Task ServeAsync(bool batching)
    {
        // open to the end: a thread waits in it
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        new Thread(() => EchoSocket(listener)) { IsBackground = true }.Start();
        using var system = ActorSystem.Create(System, Remoting(batching));
        system.ActorOf(Props.Create(() => new Echo()), System);
        var akkaPort = ((ExtendedActorSystem)system).Provider.DefaultAddress.Port;
        Console.WriteLine($"{((IPEndPoint)listener.LocalEndpoint).Port} {akkaPort}");
        while (Console.In.Read() >= 0)
            continue;
        await system.Terminate();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int Port(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static void EchoSocket(TcpListener listener)
    {
        while (true)
        {
            using var socket = listener.AcceptSocket();
            socket.NoDelay = true;
            var buffer = new byte[1 << 16];
            for (int read; (read = socket.Receive(buffer)) > 0;)
                socket.Send(buffer.AsSpan(0, read));
        }
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }
}
