using System.Buffers.Binary;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace MeanField.Resilience.Tests.Hosts;

/// <summary>One socket of the switch: whole Ethernet frames of one interface, in and out.</summary>
internal sealed class PacketPort : IDisposable
{
    private const ushort AllProtocols = 3;
    private const int PacketLevel = 263;
    private const int IgnoreOutgoing = 23;

    /// <summary>To be made in the namespace of the interface.</summary>
    public PacketPort(int host, string networkInterface)
    {
        Host = host;
        var protocol = (ProtocolType)NetworkOrder(AllProtocols);
        Socket = new(AddressFamily.Packet, SocketType.Raw, protocol) { Blocking = false };
        Socket.SetRawSocketOption(PacketLevel, IgnoreOutgoing, BitConverter.GetBytes(1));
        Socket.Bind(new LinkLayerEndPoint(IndexOf(networkInterface)));
    }

    public int Host { get; }

    public Socket Socket { get; }

    /// <summary>False: nothing waits here.</summary>
    public bool TryReceive(byte[] buffer, out int length)
    {
        length = Socket.Receive(buffer, SocketFlags.None, out var error);
        return error == SocketError.Success && length > 0;
    }

    /// <summary>A frame that does not fit into a full queue is lost, as on a wire.</summary>
    public void Send(ReadOnlySpan<byte> frame) => Socket.Send(frame, SocketFlags.None, out _);

    public void Dispose() => Socket.Dispose();

    private static int IndexOf(string name) =>
        NetworkInterface.GetAllNetworkInterfaces().Single(candidate => candidate.Name == name)
            .GetIPProperties().GetIPv4Properties().Index;

    private static ushort NetworkOrder(ushort value) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;

    /// <summary>struct sockaddr_ll of packet(7): family, protocol, interface, and zeros.</summary>
    private sealed class LinkLayerEndPoint(int networkInterface) : EndPoint
    {
        public override AddressFamily AddressFamily => AddressFamily.Packet;

        public override SocketAddress Serialize()
        {
            var address = new SocketAddress(AddressFamily.Packet, 20);
            BinaryPrimitives.WriteUInt16BigEndian(address.Buffer.Span[2..], AllProtocols);
            BitConverter.TryWriteBytes(address.Buffer.Span[4..], networkInterface);
            return address;
        }
    }
}
