using System.Text;
using MeanField.Core.Data;

namespace MeanField.Core.Tests.Data;

public sealed class NpyLawTests : TableLawTests
{
    [Theory]
    [InlineData("<f8")]
    [InlineData("<f4")]
    [InlineData("<i8")]
    [InlineData("<i4")]
    [InlineData("<i2")]
    [InlineData("|i1")]
    [InlineData("|u1")]
    [InlineData("<u2")]
    [InlineData("<u4")]
    public void An_npy_array_of_any_real_type_is_a_table_with_numbered_columns(string type)
    {
        double[] values = [1, 2, 3, 4, 5, 6];
        var law = Npy(type, "(2, 3)", values.SelectMany(value => Encode(value, type)).ToArray());

        Assert.Equal([(1, 3, 2), (4, 6, 5)], Rows(law).Order());
    }

    [Fact]
    public void A_version_two_npy_header_is_read()
    {
        var law = Npy("<i2", "(2, 3)", [1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0], version: 2);

        Assert.Equal([(1, 3, 2), (4, 6, 5)], Rows(law).Order());
    }

    [Theory]
    [InlineData("<f8", "(2,)", 16, "data.path: is not a two-dimensional array, rows × columns")]
    [InlineData("<f8", "(2, 2, 2)", 64, "data.path: is not a two-dimensional array, rows × columns")]
    [InlineData("<f8", "(2, 3)", 40, "data.path: holds 40 bytes of data; its header promises 48")]
    public void An_array_that_cannot_be_read_says_why(string type, string shape, int bytes, string message) =>
        Assert.Equal(message, Refusal(() => Npy(type, shape, new byte[bytes])));

    [Theory]
    [InlineData(">f8", 8)]
    [InlineData("<c16", 16)]
    public void Big_endian_and_complex_numbers_are_refused(string type, int size) => Assert.Equal(
        $"data.path: holds numbers of type '{type}'; little-endian reals are needed",
        Refusal(() => Npy(type, "(1, 2)", new byte[2 * size])));

    [Fact]
    public void An_infinite_number_is_named_by_row_and_column() => Assert.Equal(
        "data.features[0]: has 'Infinity' in row 2, column '0'; a finite number is needed",
        Refusal(() => Npy("<f8", "(2, 2)", [.. new byte[16], .. Infinity, .. new byte[8]])));

    [Theory]
    [InlineData(0, "data.path: is empty; an .npy header and rows of numbers are needed")]
    [InlineData(8, "data.path: is not an .npy file")]
    [InlineData(20, "data.path: has an .npy header that cannot be read")]
    public void A_truncated_array_is_refused(int length, string message) =>
        Assert.Equal(message, Refusal(() => Open("t.npy", Sound()[..length], "1")));

    [Fact]
    public void A_column_major_array_is_refused()
    {
        var bytes = Encoding.Latin1.GetString(Sound()).Replace("False", "True ");

        Assert.Equal(
            "data.path: is in Fortran order; C order is needed",
            Refusal(() => Open("t.npy", Encoding.Latin1.GetBytes(bytes), "1")));
    }

    private static byte[] Infinity => Encode(double.PositiveInfinity, "<f8");

    private IDataLaw Npy(string type, string shape, byte[] data, int version = 1) =>
        Open("t.npy", NpyBytes(type, shape, data, version), "1", file => file with { Holdout = 0 });

    private static byte[] Sound() => NpyBytes("<f8", "(1, 2)", new byte[16], 1);

    private static byte[] NpyBytes(string type, string shape, byte[] data, int version)
    {
        var header = Encoding.ASCII.GetBytes(
            $"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}".PadRight(117) + "\n");
        byte[] length = version == 1 ? [(byte)header.Length, 0] : [(byte)header.Length, 0, 0, 0];
        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. length, .. header, .. data];
    }

    private static byte[] Encode(double value, string type) => type switch
    {
        "<f8" => BitConverter.GetBytes(value),
        "<f4" => BitConverter.GetBytes((float)value),
        "<i8" => BitConverter.GetBytes((long)value),
        "<i4" or "<u4" => BitConverter.GetBytes((int)value),
        "<i2" or "<u2" => BitConverter.GetBytes((short)value),
        _ => [(byte)value],
    };
}
