using MeanField.Core.Tests.Support;
using MeanField.Lab.Runs;
using MeanField.Lab.Tests.Support;

namespace MeanField.Lab.Tests.Runs;

public class RunPlaceTests
{
    [Fact]
    public void Somebody_elses_directory_is_refused_and_left_alone()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.At("thesis.tex"), "years of work");
        AssertRefused(directory.Path, "holds no run");
        Assert.Equal([directory.At("thesis.tex")], Directory.EnumerateFileSystemEntries(directory.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"program\": \"other\", \"format\": 1}")]
    [InlineData("{\"program\": 5}")]
    public void A_manifest_of_another_program_makes_no_run_directory(string manifest)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.At(RunFiles.Manifest), manifest);
        AssertRefused(directory.Path, "holds no run");
    }

    [Fact]
    public void A_directory_of_a_newer_program_is_refused()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.At(RunFiles.Manifest), "{\"program\": \"meanfield\", \"format\": 2}");
        AssertRefused(directory.Path, "newer");
    }

    [Fact]
    public void A_file_is_refused()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.At("file"), "");
        AssertRefused(directory.At("file"), "is a file");
    }

    [Fact]
    public void A_directory_that_is_being_written_is_refused()
    {
        using var directory = new TemporaryDirectory();
        using (new SampleRun().Create(directory.Path))
            AssertRefused(directory.Path, "is being written by another run");
        using (new SampleRun().Create(directory.Path))
            Assert.Equal(RunStatus.Running, RunDirectory.Open(directory.Path).Result.Status);
    }

    [Fact]
    public void An_earlier_run_is_replaced_and_what_no_run_wrote_stays()
    {
        using var directory = new TemporaryDirectory();
        new SampleRun().Write(directory.Path);
        File.WriteAllText(directory.At("notes.txt"), "mine");
        Directory.CreateDirectory(directory.At(RunFiles.Figures));
        File.WriteAllText(Path.Combine(directory.At(RunFiles.Figures), "risk.svg"), "<svg/>");

        using (new SampleRun { Name = "second" }.Create(directory.Path))
        {
            Assert.Equal("second", RunDirectory.Open(directory.Path).Spec.Name);
            Assert.False(File.Exists(directory.At(RunFiles.Particles)));
            Assert.False(Directory.Exists(directory.At(RunFiles.Figures)));
        }
        Assert.Equal("mine", File.ReadAllText(directory.At("notes.txt")));
    }

    [Fact]
    public void Opening_what_is_no_run_says_so_in_a_line()
    {
        using var directory = new TemporaryDirectory();
        Assert.Contains("does not exist", Refusal(() => RunDirectory.Open(directory.At("nowhere"))));
        Assert.Contains("holds no run", Refusal(() => RunDirectory.Open(directory.Path)));
    }

    [Theory]
    [InlineData(RunFiles.Manifest)]
    [InlineData(RunFiles.Result)]
    [InlineData(RunFiles.Histograms)]
    [InlineData(RunFiles.Paths)]
    public void A_damaged_file_is_named_as_damage(string name)
    {
        using var directory = new TemporaryDirectory();
        new SampleRun().Write(directory.Path);
        File.WriteAllBytes(directory.At(name), File.ReadAllBytes(directory.At(name))[..^40]);
        Assert.Contains(directory.Path, Refusal(() => RunDirectory.Open(directory.Path)));
    }

    private static void AssertRefused(string path, string reason) =>
        Assert.Contains(reason, Refusal(() => new SampleRun().Create(path)));

    private static string Refusal(Func<object> attempt)
    {
        var message = Assert.Throws<RunDirectoryException>(attempt).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
