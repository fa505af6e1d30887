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
}
