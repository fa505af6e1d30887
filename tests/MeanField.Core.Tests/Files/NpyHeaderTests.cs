using System.Text;
using CsCheck;
using MeanField.Core.Files;

namespace MeanField.Core.Tests.Files;

public class NpyHeaderTests
{
    /// <summary>
    /// numpy.lib.format: magic, version 1.0, length of the rest, a dict literal, spaces, a newline.
    /// </summary>
    [Theory]
    [InlineData(new long[] { }, "()")]
    [InlineData(new long[] { 5 }, "(5,)")]
    [InlineData(new long[] { 1_000_000, 41 }, "(1000000, 41)")]
    [InlineData(new long[] { 3, 2, 40 }, "(3, 2, 40)")]
    public void A_head_is_laid_out_as_the_format_says(long[] shape, string expected)
    {
        var bytes = new NpyHeader(NpyElement.Float64, [.. shape]).Encode();

        Assert.Equal(128, bytes.Length);
        Assert.Equal([0x93, .. "NUMPY"u8, 1, 0, 118, 0], bytes[..10]);
        var text = Encoding.ASCII.GetString(bytes, 10, 118);
        Assert.StartsWith($"{{'descr': '<f8', 'fortran_order': False, 'shape': {expected}, }}", text);
        Assert.EndsWith(" \n", text);
    }

    [Fact]
    public void A_head_reads_back() => Check.Sample(
        Gen.Select(Gen.Enum<NpyElement>(), Gen.Long[0, 1L << 40].Array[0, 3]),
        drawn =>
        {
            var header = new NpyHeader(drawn.Item1, [.. drawn.Item2]);
            var read = NpyHeader.Decode(new MemoryStream(header.Encode()));
            Assert.Equal(header.Element, read.Element);
            Assert.Equal(header.Shape.AsEnumerable(), read.Shape);
        });

    [Theory]
    [InlineData("")]
    [InlineData("no array at all, but long enough")]
    [InlineData("\u0093NUMPY")]
    public void What_is_no_head_is_refused(string content) => Assert.Throws<InvalidDataException>(
        () => NpyHeader.Decode(new MemoryStream(Encoding.Latin1.GetBytes(content))));

    [Theory]
    [InlineData("{'descr': '>f8', 'fortran_order': False, 'shape': (1,), }")]
    [InlineData("{'descr': '<f8', 'fortran_order': True, 'shape': (1,), }")]
    [InlineData("{'descr': '<f8', 'fortran_order': False}")]
    public void A_head_of_another_kind_is_refused(string body)
    {
        var bytes = new NpyHeader(NpyElement.Float64, [1]).Encode();
        Encoding.ASCII.GetBytes(body.PadRight(117) + "\n", bytes.AsSpan(10));
        Assert.Throws<InvalidDataException>(() => NpyHeader.Decode(new MemoryStream(bytes)));
    }
}
