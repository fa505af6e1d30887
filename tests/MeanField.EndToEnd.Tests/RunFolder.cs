using System.Text.Json.Nodes;

namespace MeanField.EndToEnd.Tests;

/// <summary>A run directory as another program would read it.</summary>
internal sealed class RunFolder(string path)
{
    /// <summary>What every completed run leaves behind.</summary>
    private static readonly string[] Promised =
    [
        "manifest.json", "result.json", "trajectory.csv", "trajectory.parquet", "residuals.npy", "particles.npy",
        "communication.csv", "communication.json", "report.html",
    ];

    public JsonObject Manifest => Json("manifest.json");

    public JsonObject Result => Json("result.json");

    public string Status => Result["status"]!.GetValue<string>();

    public long Steps => Result["steps"]!.GetValue<long>();

    public long NpyLength(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(path, name));
        return (bytes.Length - 10 - BitConverter.ToUInt16(bytes, 8)) / sizeof(double);
    }

    public void AssertComplete()
    {
        Assert.All(Promised, name => Assert.True(File.Exists(Path.Combine(path, name)), name));
        Assert.Equal("completed", Status);
        Assert.Matches("^[0-9a-f]{64}$", Result["finalStateHash"]!.GetValue<string>());
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(path, "figures"), "*.svg"));
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(path, "figures"), "*.png"));
        Assert.Empty(Directory.EnumerateFiles(path, "*.tmp", SearchOption.AllDirectories));
        var rows = File.ReadLines(Path.Combine(path, "trajectory.csv")).Count() - 1;
        Assert.Equal(Result["observations"]!.AsArray().Count, rows);
    }

    /// <summary>Valid and not finished: every file that is there can be read, and the journal has what the result says.</summary>
    public void AssertResumable(string status)
    {
        Assert.Equal(status, Status);
        Assert.Null(Result["finalStateHash"]);
        Assert.True(NpyLength("residuals.npy") >= Steps, "the journal is shorter than the result says");
        Assert.NotNull(Manifest["spec"]);
    }

    private JsonObject Json(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(path, name)))!.AsObject();
}
