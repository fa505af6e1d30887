using CsCheck;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

public sealed class RoundTripTests
{
    [Fact]
    public void What_is_written_reads_back_equal_for_every_kind_of_specification() =>
        SpecificationGen.Any.Sample(spec =>
        {
            Assert.Equal(spec, Read(SpecificationJson.Write(spec, indented: true)));
            Assert.Equal(spec, Read(SpecificationJson.Write(spec, indented: false)));
        });

    [Fact]
    public void Writing_is_canonical() =>
        SpecificationGen.Any.Sample(spec =>
        {
            var text = SpecificationJson.Write(spec, indented: false);
            Assert.Equal(text, SpecificationJson.Write(Read(text), indented: false));
        });

    private static ExperimentSpec Read(string json) => SpecificationJson.Parse(json, null, null);
}
