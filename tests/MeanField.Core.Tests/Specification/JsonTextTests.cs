using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

/// <summary>Texts that are no JSON, or JSON that says something twice.</summary>
public sealed class JsonTextTests
{
    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  \"name\": oops\n}", 2, 11)]
    [InlineData("{\n  \"näme\": oops\n}", 2, 11)]
    [InlineData("{ \"name\": \"a\"\n  \"seed\": 1 }", 2, 3)]
    [InlineData("{ \"seed\": NaN }", 1, 11)]
    [InlineData("{} {}", 1, 4)]
    public void Malformed_text_is_refused_with_line_and_column(string json, int line, int column)
    {
        var fault = Assert.Single(SmallFile.FaultsOf(json));

        Assert.StartsWith($"is not JSON at line {line}, column {column}: ", fault);
    }

    [Fact]
    public void A_key_given_twice_is_refused_wherever_it_is()
    {
        var twice = SmallFile.Text
            .Replace("\"particles\": 3,", "\"particles\": 3, \"particles\": 4,")
            .Replace("\"name\": \"small\",", "\"name\": \"small\", \"name\": \"large\",");

        Assert.Equal(
            [
                "name: must be given once, is given again",
                "network.particles: must be given once, is given again",
            ],
            SmallFile.FaultsOf(twice));
    }

    [Theory]
    [InlineData("[1, 2]", "must be an object, is a list")]
    [InlineData("null", "must be an object, is null")]
    [InlineData("\"name\"", "must be an object, is \"name\"")]
    public void A_file_that_is_no_object_is_refused(string json, string fault) =>
        Assert.Equal([fault], SmallFile.FaultsOf(json));

    [Fact]
    public void Comments_and_trailing_commas_are_read_over()
    {
        var commented = SmallFile.Text
            .Replace("\"particles\": 3,", "/* N */ \"particles\": 3, // three")
            .Replace("\"scale\": 1 }", "\"scale\": 1, }");

        Assert.Equal(SmallFile.Read(), SpecificationJson.Parse(commented, null, null));
    }

    [Fact]
    public void A_reference_to_the_schema_is_read_over() =>
        Assert.Equal(SmallFile.Read(), SmallFile.Read("$schema=../experiment.schema.json"));

    [Theory]
    [InlineData("1e2", 100)]
    [InlineData("100.0", 100)]
    [InlineData("4294967295", 4294967295)]
    public void Whole_numbers_may_be_written_in_any_way(string text, long particles) =>
        Assert.Equal(particles, SmallFile.Read($"network.particles={text}").Network.Particles);

    [Fact]
    public void Seeds_keep_all_their_bits() =>
        Assert.Equal(ulong.MaxValue, SmallFile.Read("seed=18446744073709551615").Seed);

    [Fact]
    public void A_kind_that_needs_nothing_else_may_be_a_plain_string()
    {
        var spec = SmallFile.Read("network.activation=softplus", "network.weights.initial=uniformSphere");

        Assert.Equal(new SoftplusActivation(), spec.Network.Activation);
        Assert.Equal(new SphereWeights(1), spec.Network.Weights.Initial);
    }
}
