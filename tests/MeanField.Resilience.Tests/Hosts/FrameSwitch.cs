using System.Diagnostics;
using System.Net.Sockets;

namespace MeanField.Resilience.Tests.Hosts;

/// <summary>
/// A learning switch in this process, for kernels without emulated networks: every frame waits for its
/// delay, some are lost, and none passes between two sides of a partition. Carries some 20,000 frames a
/// second: for accidents, not for measurements of throughput.
/// </summary>
internal sealed class FrameSwitch : IDisposable
{
    private const int LongestFrame = 65536;
    private const int FramesAtOnce = 64;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMilliseconds(20);

    private readonly string _namespace;
    private readonly string[] _interfaces;
    private readonly Weather _weather;
    private readonly TaskCompletionSource _isUp = new();
    private readonly PriorityQueue<(PacketPort To, byte[] Frame), long> _onTheWay = new();
    private readonly Dictionary<long, PacketPort> _homes = [];
    private readonly byte[] _buffer = new byte[LongestFrame];
    private readonly Thread _thread;
    private PacketPort[] _ports = [];
    private volatile bool _isOver;

    public FrameSwitch(string networkNamespace, IEnumerable<string> interfaces, Weather weather)
    {
        (_namespace, _interfaces, _weather) = (networkNamespace, [.. interfaces], weather);
        _thread = new(Run) { IsBackground = true, Name = networkNamespace };
        _thread.Start();
        _isUp.Task.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
    }

    private void Run()
    {
        try
        {
            NetworkNamespace.EnterForGood(_namespace);
            _ports = [.. _interfaces.Select((name, host) => new PacketPort(host, name))];
            _isUp.SetResult();
            while (!_isOver)
                Forward();
        }
        catch (Exception exception) when (_isUp.TrySetException(exception))
        {
            // whoever waits for the switch hears of it
        }
        finally
        {
            foreach (var port in _ports)
                port.Dispose();
        }
    }

    private void Forward()
    {
        var now = Stopwatch.GetTimestamp();
        while (_onTheWay.TryPeek(out var next, out var due) && due <= now)
        {
            _onTheWay.Dequeue();
            next.To.Send(next.Frame);
        }
        var ready = _ports.Select(port => port.Socket).ToList();
        Socket.Select(ready, null, null, UntilNext());
        foreach (var port in _ports.Where(port => ready.Contains(port.Socket)))
            for (var i = 0; i < FramesAtOnce && port.TryReceive(_buffer, out var length); i++)
                Take(port, _buffer.AsSpan(0, length));
    }

    private TimeSpan UntilNext()
    {
        if (!_onTheWay.TryPeek(out _, out var due))
            return LongestSleep;
        var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestSleep ? wait : LongestSleep;
    }

    private void Take(PacketPort from, ReadOnlySpan<byte> frame)
    {
        _homes[AddressIn(frame[6..])] = from;
        if (_homes.TryGetValue(AddressIn(frame), out var home))
            Pass(from, home, frame);
        else
            foreach (var port in _ports)
                Pass(from, port, frame);
    }

    private void Pass(PacketPort from, PacketPort to, ReadOnlySpan<byte> frame)
    {
        if (from == to || _weather.Between(from.Host, to.Host) is not { } delay)
            return;
        if (delay == TimeSpan.Zero && _onTheWay.Count == 0)
            to.Send(frame);
        else
            _onTheWay.Enqueue((to, frame.ToArray()), Stopwatch.GetTimestamp() + Ticks(delay));
    }

    private static long Ticks(TimeSpan delay) => (long)(delay.TotalSeconds * Stopwatch.Frequency);

    private static long AddressIn(ReadOnlySpan<byte> frame) =>
        ((long)frame[0] << 40) | ((long)frame[1] << 32) | ((long)frame[2] << 24)
        | ((long)frame[3] << 16) | ((long)frame[4] << 8) | frame[5];
}
