using MeanField.Cli.Running;

namespace MeanField.Cli.Tests.Running;

public class ProgramVersionTests
{
    [Fact]
    public void The_commit_is_told_where_the_build_knew_it()
    {
        Assert.Equal(new ProgramVersion("0.1.0", "abc"), ProgramVersion.Parse("0.1.0+abc"));
        Assert.Equal(new ProgramVersion("0.1.0", null), ProgramVersion.Parse("0.1.0"));
    }
}
