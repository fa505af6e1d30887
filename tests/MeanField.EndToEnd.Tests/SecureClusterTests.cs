using System.Net;
using System.Net.Sockets;

namespace MeanField.EndToEnd.Tests;

/// <summary>A node that wants certificates, spoken to by the program's own commands.</summary>
public sealed class SecureClusterTests : IDisposable
{
    private const int BadUsage = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryDirectory _folder = new();
    private readonly string _place = Loopback.FreePlace();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_has_no_certificate_of_the_authority_gets_nowhere_and_the_node_goes_on()
    {
        foreach (var authority in (string[])["ours", "theirs"])
            await Meanfield.SucceedAsync("certificates", _folder[authority], "--host", "127.0.0.1", "--host", "client");
        string[] node = ["node", "--listen", _place, "--join", _place, "--data", _folder["data"], .. Keys("ours", "127.0.0.1")];
        using var member = Meanfield.Start(node);
        await member.Error.LineAsync(line => line.Contains($"Member {_place}", StringComparison.Ordinal), Patience);

        await AssertNobodyAnswersAsync();
        await AssertNobodyAnswersAsync(Keys("theirs", "client"));
        await AssertHungUpOnAsync();

        string[] quick = [.. ReducedExperiment.Arguments(Repository.Experiment("quick-look.json"))];
        var run = await Meanfield.SucceedAsync(
            ["submit", .. quick, "--to", _place, "--out", _folder["run"], "--json", .. Keys("ours", "client")]);
        new RunFolder(_folder["run"]).AssertComplete();
        Assert.Equal("completed", run.Json["status"]!.GetValue<string>());
        member.Terminate();
        Assert.Equal(0, (await member.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_node_that_other_machines_reach_does_not_start_without_certificates()
    {
        var refused = await Meanfield.RunAsync(
            "node", "--listen", "0.0.0.0:0", "--public", "node-1:4053", "--data", _folder["data"]);
        Assert.Equal(BadUsage, refused.ExitCode);
        Assert.Contains("--insecure", Assert.Single(refused.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["data"]));
    }

    private string[] Keys(string authority, string host)
    {
        string At(string file) => Path.Combine(_folder[authority], file);
        return
        [
            "--certificate", At($"{host}.pem"), "--key", At($"{host}.key"), "--authority", At("authority.pem"),
        ];
    }

    private async Task AssertNobodyAnswersAsync(params string[] keys)
    {
        var ending = await Meanfield.RunAsync(["status", "--to", _place, .. keys]);
        Assert.Equal(BadUsage, ending.ExitCode);
        Assert.StartsWith($"--to: no member answers at {_place}", ending.Error, StringComparison.Ordinal);
    }

    /// <summary>Whoever speaks without TLS is told nothing, and the connection ends.</summary>
    private async Task AssertHungUpOnAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPEndPoint.Parse(_place));
        await client.GetStream().WriteAsync("an association, please"u8.ToArray());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1], patience.Token));
        }
        catch (IOException)
        {
            // reset, which is as good
        }
    }
}
