using MeanField.Protocol;
using MeanField.Protocol.Wire;

namespace MeanField.Actors.Tests.Simulation;

/// <summary>Virtual time and a queue of deliveries: loses, repeats and delays by a seed.</summary>
internal sealed class UnreliableNetwork(Random random, Hazards hazards)
{
    private readonly PriorityQueue<Action, (long Time, long Order)> _deliveries = new();
    private long _order;

    public long Time { get; private set; }

    /// <summary>Sends a message, as it comes out of the serializer at the other end.</summary>
    public void Send<T>(T message, Action<T> deliver) where T : IWireMessage =>
        Send(() => deliver(Travelled(message)));

    public void Send(Action deliver)
    {
        if (random.NextDouble() < hazards.Loss)
            return;
        var copies = random.NextDouble() < hazards.Repeats ? 2 : 1;
        for (var i = 0; i < copies; i++)
            After(1 + random.Next(hazards.LongestDelay), deliver);
    }

    /// <summary>Not a message: happens for certain.</summary>
    public void After(long delay, Action action) => _deliveries.Enqueue(action, (Time + delay, _order++));

    public bool Next()
    {
        if (!_deliveries.TryDequeue(out var action, out var when))
            return false;
        Time = when.Time;
        action();
        return true;
    }

    /// <summary>As it comes out of bytes again.</summary>
    public static T Travelled<T>(T message) where T : IWireMessage
    {
        var type = WireCatalogue.Of(message);
        var writer = new WireWriter();
        type.Write(writer, message);
        var reader = new WireReader(writer.ToArray());
        return (T)type.Read(ref reader);
    }
}
