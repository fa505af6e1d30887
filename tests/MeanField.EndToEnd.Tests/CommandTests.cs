using System.Text.Json.Nodes;

namespace MeanField.EndToEnd.Tests;

/// <summary>What the commands beside <c>run</c> make of run directories.</summary>
public class CommandTests
{
    private static readonly string[] Quick =
        [.. ReducedExperiment.Arguments(Repository.Experiment("quick-look.json"))];

    [Fact]
    public async Task Two_runs_of_one_specification_compare_equal_and_two_seeds_do_not()
    {
        using var folder = new TemporaryDirectory();
        await Run(folder["a"], "--engine", "serial");
        await Run(folder["b"], "--shards", "2");
        await Run(folder["c"], "--engine", "serial", "--set", "seed=2");
        var same = (await Meanfield.SucceedAsync("compare", folder["a"], folder["b"], "--json")).Json;
        var other = (await Meanfield.SucceedAsync("compare", folder["a"], folder["c"], "--json")).Json;
        Assert.True(same["sameFinalState"]!.GetValue<bool>());
        Assert.True(same["sameTrajectory"]!.GetValue<bool>());
        Assert.False(other["sameFinalState"]!.GetValue<bool>());
        Assert.False(other["sameSpecification"]!.GetValue<bool>());
        Assert.All(other["measures"]!.AsArray(), measure => Assert.True(measure!["wasserstein"]!.GetValue<double>() > 0));
    }

    [Fact]
    public async Task The_theory_of_a_specification_is_the_one_that_its_runs_are_held_against()
    {
        using var folder = new TemporaryDirectory();
        var run = await Run(folder["run"], "--engine", "serial");
        var theory = await Meanfield.SucceedAsync(["theory", .. Quick, "--out", folder["theory"], "--json"]);
        var points = theory.Json["points"]!.AsArray();
        var observations = run.Json["observations"]!.AsArray();
        Assert.Equal(observations.Count, points.Count);
        var error = theory.Json["errorEstimate"]!.GetValue<double>();
        foreach (var (observation, point) in observations.Zip(points))
            Assert.Equal(Number(observation, "theoryRisk"), Number(point, "risk"), 10 * error + 1e-12);
        Assert.Equal(points.Count + 1, File.ReadLines(Path.Combine(folder["theory"], "theory.csv")).Count());
    }

    [Fact]
    public async Task A_report_is_drawn_again_from_the_files_alone()
    {
        using var folder = new TemporaryDirectory();
        await Run(folder["run"], "--engine", "serial");
        var report = Path.Combine(folder["run"], "report.html");
        File.Delete(report);
        Directory.Delete(Path.Combine(folder["run"], "figures"), recursive: true);
        await Meanfield.SucceedAsync("report", folder["run"]);
        new RunFolder(folder["run"]).AssertComplete();
        Assert.DoesNotContain("http://", File.ReadAllText(report).Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_says_for_people_what_it_found_and_where_it_is()
    {
        using var folder = new TemporaryDirectory();
        var ending = await Meanfield.SucceedAsync(["run", .. Quick, "--out", folder["run"]]);
        var hash = new RunFolder(folder["run"]).Result["finalStateHash"]!.GetValue<string>();
        Assert.Contains(hash, ending.Output, StringComparison.Ordinal);
        Assert.Contains("report.html", ending.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serial")]
    [InlineData("actors")]
    public async Task A_run_that_diverges_fails_and_names_the_step(string engine)
    {
        using var folder = new TemporaryDirectory();
        string[] diverging =
        [
            "run", Repository.Experiment("linear-teacher.json"), "--set", "training.stepSize=10",
            "--set", "training.horizon=10000", "--set", "observe.every=10000", "--engine", engine,
        ];
        var ending = await Meanfield.RunAsync([.. diverging, "--out", folder["run"], "--json"]);
        Assert.Equal(3, ending.ExitCode);
        Assert.Equal("failed", ending.Json["status"]!.GetValue<string>());
        Assert.Matches("step [0-9]+:", ending.Error);
        Assert.Equal("failed", new RunFolder(folder["run"]).Status);
    }

    private static Task<Ending> Run(string output, params string[] more) =>
        Meanfield.SucceedAsync(["run", .. Quick, "--out", output, "--json", .. more]);

    private static double Number(JsonNode? node, string name) => node![name]!.GetValue<double>();
}
