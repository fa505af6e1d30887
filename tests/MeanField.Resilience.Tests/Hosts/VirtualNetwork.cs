using System.Globalization;
using System.Net.NetworkInformation;

namespace MeanField.Resilience.Tests.Hosts;

/// <summary>
/// Several hosts on this machine, 10.77.n.1 and so on, joined by a switch that obeys the weather. This process is
/// one of them, the last.
/// </summary>
internal sealed class VirtualNetwork : IDisposable
{
    public const string Subnets = "10.77";

    private static int _networks;

    private readonly string _name = string.Create(
        CultureInfo.InvariantCulture, $"mf{Environment.ProcessId}n{Interlocked.Increment(ref _networks)}");

    private readonly List<(string Namespace, IDisposable Will)> _namespaces = [];
    private readonly int _subnet = FreeSubnet();
    private readonly FrameSwitch _switch;

    public VirtualNetwork(int hosts, int seed = 1)
    {
        try
        {
            var center = Namespace("switch");
            Hosts = [.. Enumerable.Range(1, hosts).Select(number => Host(center, number))];
            Connect(center, hosts + 1, _name, []);
            Weather = new(hosts + 1, seed);
            _switch = new(center, Enumerable.Range(1, hosts + 1).Select(Port), Weather);
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

    private string Address(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Subnets}.{_subnet}.{number}");

    private VirtualHost Host(string center, int number)
    {
        var host = new VirtualHost(Namespace($"h{number}"), Address(number));
        Connect(center, number, "eth0", ["netns", host.Namespace], host.Prefix);
        Shell.Run("ip", "-n", host.Namespace, "link", "set", "lo", "up");
        return host;
    }

    /// <summary>A cable from the switch to an interface of a host, or of the machine itself.</summary>
    private void Connect(
        string center, int number, string end, IEnumerable<string> place, params IEnumerable<string> prefix)
    {
        var port = Port(number);
        Shell.Run([.. $"ip link add {port} netns {center} type veth peer name {end}".Split(' '), .. place]);
        Shell.Run("ip", "-n", center, "link", "set", port, "up", "promisc", "on");
        Shell.Run([.. prefix, "ip", "addr", "add", $"{Address(number)}/24", "dev", end]);
        Shell.Run([.. prefix, "ip", "link", "set", end, "up"]);
        // frames pass through a program: no checksum and no cutting up may be left to the hardware
        Shell.Run([.. prefix, .. $"ethtool -K {end} tx off tso off gso off gro off".Split(' ')]);
    }

    /// <summary>One that no network of this machine has, those of other tests included.</summary>
    private static int FreeSubnet()
    {
        var taken = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address.ToString()).ToList();
        return Enumerable.Range(1, 254).First(subnet =>
            !taken.Any(address => address.StartsWith($"{Subnets}.{subnet}.", StringComparison.Ordinal)));
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
