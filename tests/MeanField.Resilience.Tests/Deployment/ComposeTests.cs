using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace MeanField.Resilience.Tests.Deployment;

/// <summary>What the compose file tells the program, read without starting anything.</summary>
public sealed partial class ComposeTests
{
    private static readonly Dictionary<object, object> Services = Read();

    [Theory]
    [InlineData("coordinator")]
    [InlineData("worker")]
    public void The_program_understands_what_a_service_tells_it(string service)
    {
        var script = (string)((List<object>)Member(service, "command"))[0];
        // what the shell finds out in the container stands for some host here
        var words = Lookup().Replace(script, "--join 10.0.0.2:4053")
            .Replace("$$(hostname -i)", "10.0.0.3", StringComparison.Ordinal)
            .Replace("\"", "", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["exec", "meanfield"], words[..2]);
        ProgramArguments.AssertUnderstood(words[2..]);
    }

    [Fact]
    public void Nothing_that_speaks_in_the_clear_gives_a_port_away() =>
        Assert.All(Services.Values.Cast<Dictionary<object, object>>(), service =>
            Assert.False(service.ContainsKey("ports")));

    private static object Member(string service, string name) => ((Dictionary<object, object>)Services[service])[name];

    private static Dictionary<object, object> Read()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docker", "compose.yaml"));
        var reader = new YamlDotNet.Core.MergingParser(new YamlDotNet.Core.Parser(new StringReader(text)));
        var file = new Deserializer().Deserialize<Dictionary<string, object>>(reader);
        return (Dictionary<object, object>)file["services"];
    }

    [GeneratedRegex(@"\$\$\(getent [^)]*\)")]
    private static partial Regex Lookup();
}
