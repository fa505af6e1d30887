using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using MeanField.Actors;

namespace MeanField.Benchmarks.LookAhead;

/// <summary>
/// A door to a port of this machine behind which every byte, in and out, is late by as much; bandwidth is not limited.
/// Needs no rights, unlike emulated networks.
/// </summary>
internal sealed class DelayLine : IDisposable
{
    private const int PieceBytes = 1 << 16;
    private const int PiecesOnTheWay = 1 << 10;

    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Endpoint _target;
    private readonly TimeSpan _delay;

    public DelayLine(Endpoint target, TimeSpan delay)
    {
        (_target, _delay) = (target, delay);
        _door.Start();
        _ = AcceptAsync();
    }

    public Endpoint Door => new(IPAddress.Loopback.ToString(), ((IPEndPoint)_door.LocalEndpoint).Port);

    public void Dispose()
    {
        _over.Cancel();
        _door.Dispose();
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _door.AcceptTcpClientAsync(_over.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // the door is closed
        }
    }

    private async Task ServeAsync(TcpClient caller)
    {
        using var inside = new TcpClient { NoDelay = true };
        using (caller)
        {
            try
            {
                caller.NoDelay = true;
                await inside.ConnectAsync(_target.Host, _target.Port, _over.Token);
                var (outer, inner) = (caller.GetStream(), inside.GetStream());
                await Task.WhenAny(CarryAsync(outer, inner), CarryAsync(inner, outer));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // one of the two is gone
            }
        }
    }

    private Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var line = Channel.CreateBounded<(byte[] Piece, long Sent)>(PiecesOnTheWay);
        return Task.WhenAny(ReadAsync(from, line.Writer), WriteAsync(to, line.Reader));
    }

    private async Task ReadAsync(NetworkStream from, ChannelWriter<(byte[] Piece, long Sent)> line)
    {
        var buffer = new byte[PieceBytes];
        while (await from.ReadAsync(buffer, _over.Token) is > 0 and var count)
            await line.WriteAsync((buffer[..count], Stopwatch.GetTimestamp()), _over.Token);
    }

    private async Task WriteAsync(NetworkStream to, ChannelReader<(byte[] Piece, long Sent)> line)
    {
        await foreach (var (piece, sent) in line.ReadAllAsync(_over.Token))
        {
            var wait = _delay - Stopwatch.GetElapsedTime(sent);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, _over.Token);
            await to.WriteAsync(piece, _over.Token);
        }
    }
}
