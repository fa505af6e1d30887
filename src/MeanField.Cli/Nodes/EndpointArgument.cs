using MeanField.Actors;

namespace MeanField.Cli.Nodes;

/// <summary>Endpoints as people type them.</summary>
internal static class EndpointArgument
{
    /// <summary>Where this process may listen: port 0 lets the system choose.</summary>
    public static Endpoint Listen(string option, string text) => Parse(option, text);

    /// <summary>Where somebody else is, so that the port is known.</summary>
    public static Endpoint Remote(string option, string text)
    {
        var endpoint = Parse(option, text);
        if (endpoint.Port == 0)
            throw Refusal.BadUsage(option, $"'{text}' needs a port from 1 to 65535");
        if (endpoint.IsWildcard)
            throw Refusal.BadUsage(option, $"'{text}' is no place that anybody can be sent to; name a host or an address");
        return endpoint;
    }

    private static Endpoint Parse(string option, string text) => Endpoint.TryParse(text, out var endpoint)
        ? endpoint
        : throw Refusal.BadUsage(option, $"'{text}' is no HOST:PORT, as in 10.0.0.1:4053 or [::1]:4053");
}
