using MeanField.Cli.Running;

namespace MeanField.Cli.Tests.Running;

public class NewDirectoryTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 26, 14, 5, 9, TimeSpan.Zero);

    [Fact]
    public void A_run_is_filed_under_its_name_and_time() =>
        Assert.Equal(Path.Combine("runs", "quick-look-20250626-140509"), NewDirectory.For("quick-look", Now));

    [Theory]
    [InlineData("../../etc", "etc")]
    [InlineData("a b/c", "a-b-c")]
    [InlineData("…", "run")]
    public void A_name_never_leads_out_of_the_runs_directory(string name, string stem) =>
        Assert.Equal(Path.Combine("runs", $"{stem}-20250626-140509"), NewDirectory.For(name, Now));
}
