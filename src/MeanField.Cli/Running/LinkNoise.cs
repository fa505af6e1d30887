using Serilog.Events;

namespace MeanField.Cli.Running;

/// <summary>
/// What Akka says about its connections: a member that dies leaves a page of it, and a person is told in one line that
/// the member is lost.
/// </summary>
internal static class LinkNoise
{
    private static readonly string[] Sources =
    [
        "/system/endpointManager", "/system/transports", "/system/cluster", "/system/remote-watcher", "FailureDetector", "remoting",
        "TcpServerHandler", "TcpClientHandler", "TcpTransport",
    ];

    public static bool Is(LogEvent entry) =>
        entry.Properties.GetValueOrDefault("LogSource") is ScalarValue { Value: string source }
        && Sources.Any(noisy => source.Contains(noisy, StringComparison.Ordinal));
}
