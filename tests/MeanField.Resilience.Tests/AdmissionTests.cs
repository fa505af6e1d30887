using MeanField.Resilience.Tests.Trials;

namespace MeanField.Resilience.Tests;

/// <summary>Who is not let in.</summary>
public sealed class AdmissionTests
{
    private const int BadUsage = 2;

    [Fact]
    public async Task A_node_of_another_program_is_refused_in_a_line()
    {
        using var cluster = await TrialCluster.StartAsync([TrialCluster.Both]);
        using var other = new OtherProgram();
        using var folder = new TemporaryDirectory();
        using var stranger = Meanfield.StartUnder(
            [], other.Library,
            ["node", "--listen", "127.0.0.1:0", "--join", cluster.Nodes[0].Address, "--data", folder.Path]);
        var ending = await stranger.EndAsync();
        Assert.Equal(BadUsage, ending.ExitCode);
        Assert.Contains(ending.Error.Split('\n'), line =>
            line.Contains(cluster.Nodes[0].Address, StringComparison.Ordinal)
            && line.Contains("version", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ending.Error, StringComparison.Ordinal);
        Assert.False(cluster.Nodes[0].Process.HasExited);
    }

    [Fact]
    public async Task A_node_with_another_journal_is_refused_in_a_line()
    {
        using var cluster = await TrialCluster.StartAsync([TrialCluster.Both]);
        using var folder = new TemporaryDirectory();
        var ending = await Meanfield.RunAsync(
            "node", "--listen", "127.0.0.1:0", "--join", cluster.Nodes[0].Address, "--data", folder.Path);
        Assert.Equal(BadUsage, ending.ExitCode);
        Assert.Contains(ending.Error.Split('\n'), line => line.Contains("journal", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ending.Error, StringComparison.Ordinal);
    }
}
