using System.Text.RegularExpressions;

namespace MeanField.Repository.Tests;

public partial class HouseTests
{
    private const int LongestFileLines = 300;

    [Fact]
    public void No_source_file_is_too_long_to_hold_one_idea()
    {
        var tooLong = Repository.Files("*.cs")
            .Select(path => (path, lines: File.ReadLines(Repository.Combine(path)).Count()))
            .Where(file => file.lines > LongestFileLines);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_type_hides_behind_a_name_that_says_nothing() =>
        Assert.DoesNotContain(Repository.Files("*.cs"), path => EmptyName().IsMatch(path));

    [Fact]
    public void No_file_names_a_place_on_somebody_s_machine()
    {
        // put together here, so that this file does not name them itself
        string[] places = ["/ro" + "ot/", "/ho" + "me/", "/wo" + "rk/", "/tm" + "p/wt", "../sha" + "red", "C:" + "\\Users"];
        foreach (var file in Repository.TextFiles())
        {
            var text = Repository.Read(file);
            Assert.DoesNotContain(places, place => text.Contains(place, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_source_file_leaves_work_open()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];
        foreach (var file in Repository.Files("*.cs"))
        {
            var text = Repository.Read(file);
            Assert.False(marks.Any(mark => text.Contains(mark, StringComparison.Ordinal)), file);
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("LICENSE")]
    [InlineData("docs/ARCHITECTURE.md")]
    [InlineData("docs/MATHEMATICS.md")]
    [InlineData("config/README.md")]
    public void What_a_newcomer_looks_for_is_there(string path) => Assert.True(File.Exists(Repository.Combine(path)), path);

    [Theory]
    [InlineData("test.sh")]
    [InlineData(".ci/run")]
    public void A_script_can_be_run(string path)
    {
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(Repository.Combine(path)).HasFlag(UnixFileMode.UserExecute), path);
    }

    [GeneratedRegex(@"(Manager|Helpers?|Utils?|Impl)\.cs$")]
    private static partial Regex EmptyName();
}
