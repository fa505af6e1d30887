using System.Threading.Channels;
using MeanField.Core.Dynamics;

namespace MeanField.Actors.Listening;

/// <summary>An event on its way into the sink; the ending comes as the last, without one.</summary>
internal readonly record struct Delivery(long Session, long Sequence, RunEvent? Event, RunReport? Report);

/// <summary>The bounded queue between a listener and the sink.</summary>
internal static class DeliveryQueue
{
    /// <summary>More than a session's credit; what comes beyond is not taken, and so repeated.</summary>
    public const int MostEvents = 64;

    // a failure and the ending come on top
    private const int Capacity = MostEvents + 2;

    public static Channel<Delivery> Create() => Channel.CreateBounded<Delivery>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = true });
}
