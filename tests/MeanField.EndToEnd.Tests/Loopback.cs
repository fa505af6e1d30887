using System.Net;
using System.Net.Sockets;

namespace MeanField.EndToEnd.Tests;

/// <summary>
/// Ports for processes that come back at the same place: below those that the system gives to connections, one of
/// which could take a port while its process is dead.
/// </summary>
internal static class Loopback
{
    private const int First = 20_000;
    private const int Count = 12_000;

    // so that tests that run side by side in processes of their own begin at different places
    private static int _tried = Environment.ProcessId * 37;

    /// <summary>Where nobody listens now.</summary>
    public static string FreePlace() => $"{IPAddress.Loopback}:{FreePort()}";

    public static int FreePort()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _tried) % Count);
            if (IsFree(port))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
