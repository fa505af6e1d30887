using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace MeanField.Actors;

/// <summary>Where a process listens, or is reached: a name or address, and a port.</summary>
public sealed record Endpoint(string Host, int Port)
{
    private const int LargestPort = 65535;

    /// <summary>This machine alone, at a port that the system chooses.</summary>
    public static Endpoint Loopback { get; } = new("127.0.0.1", 0);

    /// <summary>Whether only processes of this machine reach it.</summary>
    public bool IsLoopback =>
        Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Whether it stands for all addresses of a machine, so that nobody can be sent there.</summary>
    public bool IsWildcard =>
        IPAddress.TryParse(Host, out var address)
        && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));

    /// <summary>Reads HOST:PORT; an IPv6 address stands in brackets.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Endpoint? endpoint)
    {
        endpoint = null;
        var colon = text.LastIndexOf(':');
        if (colon <= 0)
            return false;
        var host = text[..colon];
        if (!int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port > LargestPort)
            return false;
        var isBracketed = host is ['[', .., ']'];
        if (isBracketed)
            host = host[1..^1];
        var kind = Uri.CheckHostName(host);
        if (kind == UriHostNameType.Unknown || (kind == UriHostNameType.IPv6) != isBracketed)
            return false;
        endpoint = new(host, port);
        return true;
    }

    public override string ToString() => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
