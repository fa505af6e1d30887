namespace MeanField.EndToEnd.Tests;

/// <summary>Every experiment of the repository, cut down, by every engine: one answer.</summary>
public class ExperimentTests
{
    public static TheoryData<string> Names() => new(Repository.Experiments());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_engine_gives_the_same_final_state_and_a_whole_run_directory(string name)
    {
        using var folder = new TemporaryDirectory();
        string[] arguments = [.. ReducedExperiment.Arguments(Repository.Experiment(name))];
        string[][] engines = [["--engine", "serial"], ["--shards", "1"], ["--shards", "7"]];
        var hashes = new List<string>();
        for (var i = 0; i < engines.Length; i++)
        {
            var ending = await Meanfield.SucceedAsync(
                ["run", .. arguments, "--out", folder[$"{i}"], "--json", .. engines[i]]);
            new RunFolder(folder[$"{i}"]).AssertComplete();
            hashes.Add(ending.FinalStateHash);
        }
        Assert.Single(hashes.Distinct());
    }
}
