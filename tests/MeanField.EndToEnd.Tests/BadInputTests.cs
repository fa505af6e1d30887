namespace MeanField.EndToEnd.Tests;

/// <summary>Whatever is wrong is said in a line that names it, with exit code 2 and no stack trace.</summary>
public class BadInputTests
{
    private static readonly string Quick = Repository.Experiment("quick-look.json");

    public static TheoryData<string[], string> BadUsage() => new()
    {
        { [], "Required command was not provided" },
        { ["walk"], "walk" },
        { ["run"], "Required argument missing" },
        { ["run", Quick, "--engine", "quantum"], "quantum" },
        { ["run", Quick, "--shards", "0"], "--shards: must be at least 1, is 0" },
        { ["run", Quick, "--shards", "many"], "many" },
        { ["run", Quick, "--engine", "serial", "--shards", "3"], "--shards: the serial engine has no shards" },
        { ["run", Quick, "--nodes", "0"], "--nodes: must be from 1 to 64, is 0" },
        { ["run", Quick, "--engine", "serial", "--nodes", "2"], "--nodes: the serial engine is one process" },
        { ["node", "--listen", "nowhere"], "--listen: 'nowhere' is no HOST:PORT" },
        { ["node", "--join", "127.0.0.1:0"], "--join: '127.0.0.1:0' needs a port" },
        { ["node", "--role", "cook"], "cook" },
        { ["node", "--listen", "0.0.0.0:4053", "--public", "10.0.0.1:4053"], "--listen: other machines reach 10.0.0.1:4053" },
        { ["node", "--certificate", "nowhere.pem", "--authority", "nowhere.pem"], "--certificate: nowhere.pem cannot be used" },
        { ["submit", Quick], "--to" },
        { ["submit", "nowhere.json", "--to", "127.0.0.1:1"], "nowhere.json" },
        { ["status", "--to", "127.0.0.1"], "--to: '127.0.0.1' is no HOST:PORT" },
        { ["status", "not a name", "--to", "127.0.0.1:1"], "RUN: 'not a name' is no name for a run" },
        { ["run", Quick, "--unknown"], "--unknown" },
        { ["run", "nowhere.json"], "nowhere.json" },
        { ["run", Repository.Root], "director" },
        { ["run", Quick, "--set", "training.stepSize"], "training.stepSize" },
        { ["run", Quick, "--set", "training.stepSize=-1"], "training.stepSize: " },
        { ["run", Quick, "--set", "training.stepsize=1"], "stepSize" },
        { ["run", Quick, "--set", "network.particles=0"], "network.particles: " },
        { ["run", Quick, "--set", "training.weightDecay=-1"], "training.weightDecay: " },
        { ["run", Quick, "--set", "training.inverseTemperature=0"], "training.inverseTemperature: " },
        { ["theory", "nowhere.json"], "nowhere.json" },
        { ["theory", Quick, "--solver", "quantum"], "--solver: is 'quantum'; the solvers are radial, two-norms" },
        { ["theory", Quick, "--solver", "linear"], "theory: linear moments: the activation is not linear" },
        { ["resume", "nowhere"], "nowhere does not exist" },
        { ["resume", Repository.Root], "holds no run" },
        { ["report", "nowhere"], "nowhere does not exist" },
        { ["compare", "nowhere", "nowhere"], "nowhere does not exist" },
    };

    [Theory]
    [MemberData(nameof(BadUsage))]
    public async Task Bad_usage_is_said_in_a_line_with_exit_code_2(string[] arguments, string expected)
    {
        var ending = await Meanfield.RunAsync(arguments);
        Assert.Equal(2, ending.ExitCode);
        Assert.Contains(ending.Error.Split('\n'), line => line.Contains(expected, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ending.Error, StringComparison.Ordinal);
        Assert.Empty(ending.Output);
    }

    [Fact]
    public async Task All_faults_of_a_file_are_said_at_once_a_line_each()
    {
        using var folder = new TemporaryDirectory();
        var file = folder.Write("bad.json", """
            {
              "name": "bad",
              "network": { "particles": -3, "activation": { "kind": "rleu" } },
              "data": { "kind": "isotropicGaussians", "dimension": 0, "separation": 0.8 },
              "training": { "stepSize": "small", "horizon": 1 }
            }
            """);
        var ending = await Meanfield.RunAsync("run", file, "--json");
        string[] paths = ["network.particles", "network.activation.kind", "data.dimension", "training.stepSize"];
        Assert.Equal(2, ending.ExitCode);
        Assert.Equal(paths.Order(), ending.Error.Trim().Split('\n').Select(line => line.Split(':')[0]).Order());
        Assert.Equal(paths.Order(), ending.Json["faults"]!.AsArray().Select(fault => fault!["path"]!.GetValue<string>()).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1, 2]")]
    [InlineData("nonsense")]
    public async Task A_file_that_is_no_experiment_is_refused_in_a_line(string text)
    {
        using var folder = new TemporaryDirectory();
        var ending = await Meanfield.RunAsync("run", folder.Write("bad.json", text));
        Assert.Equal(2, ending.ExitCode);
        Assert.NotEmpty(ending.Error.Trim());
        Assert.DoesNotContain("   at ", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_holds_something_else_is_not_written_into()
    {
        using var folder = new TemporaryDirectory();
        folder.Write("precious.txt", "do not touch");
        var ending = await Meanfield.RunAsync("run", Quick, "--out", folder.Path);
        Assert.Equal(2, ending.ExitCode);
        Assert.Equal(["precious.txt"], Directory.EnumerateFiles(folder.Path).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_run_directory_is_refused()
    {
        using var folder = new TemporaryDirectory();
        var ending = await Meanfield.RunAsync("run", Quick, "--out", folder.Write("file", ""));
        Assert.Equal(2, ending.ExitCode);
        Assert.Contains("is a file", ending.Error, StringComparison.Ordinal);
    }
}
