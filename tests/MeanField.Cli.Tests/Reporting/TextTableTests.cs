using MeanField.Cli.Reporting;

namespace MeanField.Cli.Tests.Reporting;

public class TextTableTests
{
    [Fact]
    public void Columns_are_aligned_to_the_right_at_their_widest_cell()
    {
        var text = new StringWriter { NewLine = "\n" };
        TextTable.Write(text, ["time", "risk"], [["0", "1.70443"], ["10.5", "1"]]);
        Assert.Equal("  time     risk\n     0  1.70443\n  10.5        1\n", text.ToString());
    }

    [Fact]
    public void What_is_not_known_is_left_blank() => Assert.Equal("", NumberFormat.Format(double.NaN));

    [Theory]
    [InlineData(1.7152999, "1.7153")]
    [InlineData(2.4e-6, "2.4e-6")]
    [InlineData(1e-10, "1e-10")]
    [InlineData(0, "0")]
    public void A_number_is_shown_with_six_digits_and_a_short_exponent(double value, string shown) =>
        Assert.Equal(shown, NumberFormat.Format(value));
}
