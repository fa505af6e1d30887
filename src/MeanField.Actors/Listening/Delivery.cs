using System.Threading.Channels;
using MeanField.Core.Dynamics;

namespace MeanField.Actors.Listening;

/// <summary>An event on its way into the sink; the ending comes as the last, without one.</summary>
internal readonly record struct Delivery(long Sequence, RunEvent? Event, RunReport? Report);

/// <summary>The bounded queue between a listener and the sink.</summary>
internal static class DeliveryQueue
{
    // the coordinator's credit keeps it from ever being full, save for a fault, which the limit turns into
    // a repeat
    private const int Capacity = 256;

    public static Channel<Delivery> Create() => Channel.CreateBounded<Delivery>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = true });
}
