namespace MeanField.EndToEnd.Tests;

/// <summary>Every experiment of the repository, cut down, by every engine: one answer.</summary>
public class ExperimentTests
{
    public static TheoryData<string> Names() => new(Repository.Experiments());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Both_engines_give_the_same_final_state_and_a_whole_run_directory(string name) =>
        await AssertOneAnswer(name, ["--engine", "serial"], ["--engine", "actors", "--shards", "7"]);

    [Fact]
    public async Task The_number_of_shards_does_not_matter_even_where_there_are_more_than_leaves() =>
        await AssertOneAnswer("quick-look.json", [], ["--shards", "1"], ["--shards", "2"], ["--shards", "1000"]);

    private static async Task AssertOneAnswer(string name, params string[][] engines)
    {
        using var folder = new TemporaryDirectory();
        string[] arguments = [.. ReducedExperiment.Arguments(Repository.Experiment(name))];
        var hashes = new List<string>();
        foreach (var engine in engines)
        {
            var output = folder[$"{hashes.Count}"];
            var ending = await Meanfield.SucceedAsync(["run", .. arguments, "--out", output, "--json", .. engine]);
            new RunFolder(output).AssertComplete();
            hashes.Add(ending.FinalStateHash);
        }
        Assert.Single(hashes.Distinct());
    }
}
