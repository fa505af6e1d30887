using System.Net;
using System.Net.Sockets;
using Akka.Actor;

namespace MeanField.Benchmarks.Rounds;

/// <summary>A payload there and back, so many times, by the barest means: what no protocol on top can be faster than.</summary>
internal static class PingPong
{
    public static async Task<RoundCost> SocketAsync(EchoProcess echo, byte[] payload, int rounds)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, echo.SocketPort);
        return await RoundCost.OfAsync(rounds, () => Task.Run(() =>
        {
            var buffer = new byte[payload.Length];
            for (var round = 0; round < rounds; round++)
            {
                socket.Send(payload);
                for (var read = 0; read < payload.Length;)
                    read += socket.Receive(buffer.AsSpan(read));
            }
        }));
    }

    public static async Task<RoundCost> AkkaAsync(ActorSystem system, EchoProcess echo, byte[] payload, int rounds)
    {
        var path = $"akka.tcp://{EchoProcess.System}@127.0.0.1:{echo.AkkaPort}/user/{EchoProcess.System}";
        var peer = await system.ActorSelection(path).ResolveOne(TimeSpan.FromSeconds(20));
        return await RoundCost.OfAsync(rounds, () =>
        {
            var done = new TaskCompletionSource();
            system.ActorOf(Props.Create(() => new Pinger(peer, payload, rounds, done)));
            return done.Task;
        });
    }

    private sealed class Pinger : UntypedActor
    {
        private readonly IActorRef _peer;
        private readonly byte[] _payload;
        private readonly TaskCompletionSource _done;
        private int _left;

        public Pinger(IActorRef peer, byte[] payload, int rounds, TaskCompletionSource done) =>
            (_peer, _payload, _left, _done) = (peer, payload, rounds, done);

        protected override void PreStart() => _peer.Tell(_payload, Self);

        protected override void OnReceive(object message)
        {
            if (--_left > 0)
            {
                _peer.Tell(_payload, Self);
                return;
            }
            _done.SetResult();
            Context.Stop(Self);
        }
    }
}
