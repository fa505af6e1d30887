using CsCheck;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

public sealed class RoundTripTests
{
    [Fact]
    public void What_is_written_reads_back_equal_for_every_kind_of_specification() =>
        SpecificationGen.Any.Sample(spec =>
        {
            Assert.Equal(spec, SpecificationJson.Parse(SpecificationJson.Write(spec, indented: true), null, null));
            Assert.Equal(spec, SpecificationJson.Parse(SpecificationJson.Write(spec, indented: false), null, null));
        });

    [Fact]
    public void Writing_is_canonical() =>
        SpecificationGen.Any.Sample(spec =>
        {
            var text = SpecificationJson.Write(spec, indented: false);
            Assert.Equal(text, SpecificationJson.Write(SpecificationJson.Parse(text, null, null), indented: false));
        });
}
