using System.Text.Json.Nodes;
using CsCheck;
using MeanField.Core.Specification;
using NJsonSchema;

namespace MeanField.Core.Tests.Specification;

/// <summary>The JSON Schema and the reader accept and refuse the same.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema Schema =
        JsonSchema.FromJsonAsync(SpecificationSchema.Json()).GetAwaiter().GetResult();

    // NJsonSchema takes no whole number above 2^63
    private static readonly Gen<ExperimentSpec> Drawn = SpecificationGen.Any
        .Select(spec => spec with { Seed = spec.Seed >> 1 })
        .Where(spec => SpecificationJson.Write(spec, indented: false).Length < 3000);

    /// <summary>To write the file anew, run the tests with MEANFIELD_WRITE_SCHEMA=1.</summary>
    [Fact]
    public void The_schema_that_ships_is_the_one_that_is_generated()
    {
        var path = Path.Combine(ExperimentFiles.Configuration, "experiment.schema.json");
        if (Environment.GetEnvironmentVariable("MEANFIELD_WRITE_SCHEMA") == "1")
            File.WriteAllText(path, SpecificationSchema.Json());

        Assert.Equal(SpecificationSchema.Json(), File.ReadAllText(path));
    }

    [Fact]
    public void Whatever_the_reader_writes_satisfies_the_schema() =>
        Drawn.Sample(spec =>
            Assert.Empty(Schema.Validate(SpecificationJson.Write(spec, indented: false))));

    [Fact]
    public void A_key_that_one_refuses_the_other_refuses_in_every_object() =>
        Drawn.Sample(spec =>
        {
            foreach (var spoiled in Spoiled(spec, members => members["unheardOf"] = 1))
                AssertBothRefuse(spoiled);
        }, iter: 10);

    [Fact]
    public void A_kind_that_one_refuses_the_other_refuses_in_every_object() =>
        Drawn.Sample(spec =>
        {
            foreach (var spoiled in Spoiled(spec, members => members["kind"] = "unheardOf"))
                AssertBothRefuse(spoiled);
        }, iter: 10);

    [Fact]
    public void A_key_that_one_requires_the_other_requires() =>
        Drawn.Sample(spec =>
        {
            for (var place = 0; place < 9; place++)
            {
                foreach (var spoiled in Spoiled(spec, members => RemoveAt(members, place)))
                    Assert.Equal(ReaderMisses(spoiled), Schema.Validate(spoiled).Count > 0);
            }
        }, iter: 5);

    [Theory]
    [InlineData("network.particles=0")]
    [InlineData("network.particles=1.5")]
    [InlineData("training.stepSize=0")]
    [InlineData("data.separation=1")]
    [InlineData("data.separation=-0.1")]
    [InlineData("compute.window=65")]
    [InlineData("compute.leaf=100")]
    [InlineData("training.noise=none")]
    [InlineData("training.inverseTemperature=0")]
    [InlineData("network.activation=piecewiseLinear")]
    [InlineData("name=/")]
    public void A_value_that_one_refuses_the_other_refuses(string set)
    {
        var (path, value) = (set.Split('=')[0].Split('.'), set.Split('=')[1]);
        var root = JsonNode.Parse(SmallFile.Text)!;
        var parent = path.SkipLast(1).Aggregate(root, (node, name) => node[name] ??= new JsonObject());
        parent[path[^1]] = double.TryParse(value, out var number) ? number : value;

        AssertBothRefuse(root.ToJsonString());
    }

    private static void RemoveAt(JsonObject members, int place)
    {
        if (place < members.Count)
            members.Remove(members.GetAt(place).Key);
    }

    private static void AssertBothRefuse(string json)
    {
        Assert.NotEmpty(Schema.Validate(json));
        Assert.Throws<SpecificationException>(() => SpecificationJson.Parse(json, null, null));
    }

    private static bool ReaderMisses(string json)
    {
        try
        {
            SpecificationJson.Parse(json, null, null);
            return false;
        }
        catch (SpecificationException error)
        {
            return error.Faults.Any(fault => fault.Message.Contains("is missing"));
        }
    }

    /// <summary>The specification's text once for each object in it that a change can be made to.</summary>
    private static IEnumerable<string> Spoiled(ExperimentSpec spec, Action<JsonObject> change)
    {
        var text = SpecificationJson.Write(spec, indented: false);
        var count = Objects(JsonNode.Parse(text)!).Count();
        for (var i = 0; i < count; i++)
        {
            var copy = JsonNode.Parse(text)!;
            change(Objects(copy).ElementAt(i));
            yield return copy.ToJsonString();
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject members => Within(members.Select(member => member.Value)).Prepend(members),
        JsonArray items => Within(items),
        _ => [],
    };

    private static IEnumerable<JsonObject> Within(IEnumerable<JsonNode?> nodes) =>
        nodes.OfType<JsonNode>().SelectMany(Objects);
}
