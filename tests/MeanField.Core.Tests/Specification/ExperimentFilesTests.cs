using System.Text.Json;
using System.Text.Json.Nodes;
using MeanField.Core.Specification;
using NJsonSchema;

namespace MeanField.Core.Tests.Specification;

public sealed class ExperimentFilesTests
{
    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    [Theory]
    [MemberData(nameof(ExperimentFiles.Names), MemberType = typeof(ExperimentFiles))]
    public void Every_experiment_file_is_read_and_bears_its_own_name(string file)
    {
        var spec = SpecificationFile.Read(ExperimentFiles.PathOf(file));

        Assert.Equal(Path.GetFileNameWithoutExtension(file), spec.Name);
    }

    [Theory]
    [MemberData(nameof(ExperimentFiles.Names), MemberType = typeof(ExperimentFiles))]
    public async Task Every_experiment_file_satisfies_the_schema(string file)
    {
        var schema = await JsonSchema.FromJsonAsync(SpecificationSchema.Json());
        var text = await File.ReadAllTextAsync(ExperimentFiles.PathOf(file));

        Assert.Empty(schema.Validate(JsonNode.Parse(text, null, Lenient)!.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(ExperimentFiles.Names), MemberType = typeof(ExperimentFiles))]
    public void Every_experiment_file_has_its_line_in_the_readme(string file)
    {
        var readme = File.ReadAllLines(Path.Combine(ExperimentFiles.Configuration, "README.md"));

        var start = $"| [`{Path.GetFileNameWithoutExtension(file)}`](experiments/{file}) |";

        Assert.Single(readme, line => line.StartsWith(start, StringComparison.Ordinal));
    }
}
