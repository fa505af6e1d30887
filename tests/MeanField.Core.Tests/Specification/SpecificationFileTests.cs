using System.Security.Cryptography;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

public sealed class SpecificationFileTests : IDisposable
{
    private const string Table = "x,y\n1,2\n3,4\n";

    private readonly string _directory = Directory.CreateTempSubdirectory("specification").FullName;

    private static string Hash => Convert.ToHexStringLower(SHA256.HashData("x,y\n1,2\n3,4\n"u8));

    private string Experiment => Path.Combine(_directory, "experiment.json");

    [Fact]
    public void A_data_path_is_relative_to_the_experiment_file_and_its_hash_is_filled_in()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "tables"));
        File.WriteAllText(Path.Combine(_directory, "tables", "t.csv"), Table);
        WriteExperiment("""{ "kind": "file", "path": "tables/t.csv", "target": "y" }""");

        var data = Assert.IsType<FileData>(SpecificationFile.Read(Experiment).Data);

        Assert.Equal(Path.Combine(_directory, "tables", "t.csv"), data.Path);
        Assert.Equal(Hash, data.Sha256);
    }

    [Fact]
    public void A_missing_data_file_is_a_fault_beside_the_others()
    {
        WriteExperiment("""{ "kind": "file", "path": "none.csv", "target": "y", "holdout": 2 }""");

        Assert.Equal(
            [
                "data.holdout: must be a number above 0 and below 1, is 2",
                $"data.path: must name a file, but there is none at {Path.Combine(_directory, "none.csv")}",
            ],
            Faults());
    }

    [Fact]
    public void A_data_file_with_another_hash_is_refused()
    {
        var other = new string('0', 64);
        File.WriteAllText(Path.Combine(_directory, "t.csv"), Table);
        WriteExperiment($$"""{ "kind": "file", "path": "t.csv", "target": "y", "sha256": "{{other}}" }""");

        Assert.Equal([$"data.sha256: must be that of the file ({Hash}), is {other}"], Faults());
    }

    [Fact]
    public void What_must_fit_a_data_file_is_judged_when_the_file_is_read()
    {
        File.WriteAllText(Path.Combine(_directory, "t.csv"), Table + "5,6\n7,8\n9,10\n");
        WriteExperiment("""{ "kind": "file", "path": "t.csv", "target": "y" }""");
        var spec = SpecificationFile.Read(
            Experiment, ["network.weights.initial={\"kind\":\"fixed\",\"value\":[1,2]}"]);

        var error = Assert.Throws<SpecificationException>(() => Core.Dynamics.Experiment.Create(spec));

        Assert.Equal(
            "network.weights.initial.value: must have 1 entries (features of data.path), has 2", error.Message);
    }

    [Fact]
    public void A_missing_experiment_file_is_a_fault() =>
        Assert.Equal([$"there is no experiment file {Experiment}"], Faults());

    [Fact]
    public void The_fingerprint_speaks_of_the_data_files_content_and_not_of_its_place()
    {
        File.WriteAllText(Path.Combine(_directory, "t.csv"), Table);
        File.WriteAllText(Path.Combine(_directory, "copy.csv"), Table);
        File.WriteAllText(Path.Combine(_directory, "other.csv"), Table + "5,6\n");
        WriteExperiment("""{ "kind": "file", "path": "t.csv", "target": "y" }""");

        Assert.Equal(Fingerprint("data.path=t.csv"), Fingerprint("data.path=copy.csv"));
        Assert.NotEqual(Fingerprint("data.path=t.csv"), Fingerprint("data.path=other.csv"));
    }

    [Theory]
    [InlineData("seed=2")]
    [InlineData("training.stepSize=0.10000000000000002")]
    [InlineData("network.activation=sine")]
    public void The_fingerprint_changes_with_whatever_changes(string set)
    {
        WriteExperiment("""{ "kind": "isotropicGaussians", "dimension": 2, "separation": 0.5 }""");

        Assert.NotEqual(Fingerprint("seed=1"), Fingerprint(set));
    }

    [Fact]
    public void The_fingerprint_is_the_same_however_the_file_is_written()
    {
        WriteExperiment("""{ "separation": 5e-1, "dimension": 2.0, "kind": "isotropicGaussians" }""");
        var one = Fingerprint("network.activation=tanh");
        WriteExperiment("""{ "kind": "isotropicGaussians", "dimension": 2, "separation": 0.5 }""");

        Assert.Equal(one, Fingerprint("seed=1"));
        Assert.Matches("^[0-9a-f]{64}$", one);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private string Fingerprint(string set) =>
        SpecificationFingerprint.Of(SpecificationFile.Read(Experiment, [set]));

    private void WriteExperiment(string data) =>
        File.WriteAllText(Experiment, SmallFile.Text.Replace(
            """{ "kind": "isotropicGaussians", "dimension": 2, "separation": 0.5 }""", data));

    private string[] Faults()
    {
        var error = Assert.Throws<SpecificationException>(() => SpecificationFile.Read(Experiment));
        return [.. error.Faults.Select(fault => fault.ToString())];
    }
}
