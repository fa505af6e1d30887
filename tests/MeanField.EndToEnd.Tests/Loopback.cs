using System.Net;
using System.Net.Sockets;

namespace MeanField.EndToEnd.Tests;

internal static class Loopback
{
    /// <summary>Where nobody listens now.</summary>
    public static string FreePlace()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener.LocalEndpoint.ToString()!;
    }
}
