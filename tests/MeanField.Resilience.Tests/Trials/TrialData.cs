using System.Globalization;

namespace MeanField.Resilience.Tests.Trials;

/// <summary>A run on rows of a file, which may change or go.</summary>
internal sealed class TrialData : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public TrialData()
    {
        Restore();
        File.WriteAllText(Specification, """
            {
              "name": "rows",
              "network": { "particles": 1000, "activation": { "kind": "tanh" } },
              "data": { "kind": "file", "path": "rows.csv", "target": "y" },
              "training": { "stepSize": 1e-5, "horizon": 2 },
              "observe": { "times": [2] }
            }
            """);
    }

    public string Specification => _folder["spec.json"];

    /// <summary>Long enough for something to happen in the middle of it.</summary>
    public IReadOnlyList<string> Long => [Specification];

    public string Path => _folder["rows.csv"];

    /// <summary>The command line that sees another content in the file's place: a mount of its own hides it.</summary>
    public IReadOnlyList<string> Hidden
    {
        get
        {
            File.WriteAllText(_folder["other.csv"], Rows(seed: 2));
            return
            [
                "unshare", "--mount", "--propagation", "private",
                "sh", "-c", $"mount --bind '{_folder["other.csv"]}' '{Path}' && exec \"$@\"", "sh",
            ];
        }
    }

    /// <summary>Where nothing does.</summary>
    public IReadOnlyList<string> Short => Until("0.02");

    /// <summary>Long enough in a single process, which is many times as fast.</summary>
    public IReadOnlyList<string> Alone => Until("8");

    public async Task<Trial> TrialAsync(IReadOnlyList<string> specification)
    {
        var serial = await Meanfield.RunAsync(
            ["run", .. specification, "--engine", "serial", "--out", _folder["serial"], "--json"]);
        return serial.ExitCode == 0
            ? new(specification, serial.FinalStateHash)
            : throw new InvalidOperationException($"{serial}");
    }

    public void Change() => File.WriteAllText(Path, Rows(seed: 2));

    public void Restore() => File.WriteAllText(Path, Rows(seed: 1));

    public void Dispose() => _folder.Dispose();

    private string[] Until(string time) =>
        [Specification, "--set", $"training.horizon={time}", "--set", $"observe.times=[{time}]"];

    private static string Rows(int seed) => "x,y\n" + string.Concat(Enumerable.Range(0, 100).Select(
        row => string.Create(CultureInfo.InvariantCulture, $"{row / 100.0},{row * seed % 7}\n")));
}
