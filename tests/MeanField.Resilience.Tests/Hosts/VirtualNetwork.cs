using System.Globalization;

namespace MeanField.Resilience.Tests.Hosts;

/// <summary>
/// Several hosts on this machine, 10.77.0.1 and so on, joined by a switch that obeys the weather.
/// </summary>
internal sealed class VirtualNetwork : IDisposable
{
    private static int _networks;

    private readonly string _name = string.Create(
        CultureInfo.InvariantCulture, $"mf{Environment.ProcessId}n{Interlocked.Increment(ref _networks)}");

    private readonly List<(string Namespace, IDisposable Will)> _namespaces = [];
    private readonly FrameSwitch _switch;

    public VirtualNetwork(int hosts, int seed = 1)
    {
        try
        {
            var center = Namespace("switch");
            Hosts = [.. Enumerable.Range(1, hosts).Select(number => Host(center, number))];
            Weather = new(hosts, seed);
            _switch = new(center, Enumerable.Range(1, hosts).Select(Port), Weather);
        }
        catch
        {
            Remove();
            throw;
        }
    }

    public IReadOnlyList<VirtualHost> Hosts { get; }

    public Weather Weather { get; }

    public void Dispose()
    {
        _switch.Dispose();
        Remove();
    }

    private static string Port(int number) => string.Create(CultureInfo.InvariantCulture, $"port{number}");

    private string Namespace(string part)
    {
        var name = $"{_name}{part}";
        _namespaces.Add((name, LastWill.Add($"ip netns del {name}")));
        Shell.Run("ip", "netns", "add", name);
        return name;
    }

    private VirtualHost Host(string center, int number)
    {
        var host = new VirtualHost(Namespace($"h{number}"), $"10.77.0.{number}");
        var port = Port(number);
        Shell.Run(
            "ip", "link", "add", port, "netns", center, "type", "veth",
            "peer", "name", "eth0", "netns", host.Namespace);
        Shell.Run("ip", "-n", center, "link", "set", port, "up", "promisc", "on");
        Shell.Run("ip", "-n", host.Namespace, "addr", "add", $"{host.Address}/24", "dev", "eth0");
        Shell.Run("ip", "-n", host.Namespace, "link", "set", "eth0", "up");
        Shell.Run("ip", "-n", host.Namespace, "link", "set", "lo", "up");
        // frames pass through a program: no checksum and no cutting up may be left to the hardware
        Shell.Run([.. host.Prefix, .. "ethtool -K eth0 tx off tso off gso off gro off".Split(' ')]);
        return host;
    }

    private void Remove()
    {
        foreach (var (name, will) in _namespaces)
        {
            Shell.TryRun("ip", "netns", "del", name);
            will.Dispose();
        }
    }
}
