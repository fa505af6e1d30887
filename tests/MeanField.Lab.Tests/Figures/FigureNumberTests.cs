using System.Globalization;
using MeanField.Lab.Figures.Drawing;

namespace MeanField.Lab.Tests.Figures;

public class FigureNumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(-12.5, "−12.5")]
    [InlineData(0.001, "0.001")]
    [InlineData(1e-4, "10⁻⁴")]
    [InlineData(2.5e-7, "2.5·10⁻⁷")]
    [InlineData(1234.5678, "1235")]
    [InlineData(1e7, "10⁷")]
    [InlineData(0.99999, "1")]
    [InlineData(8.0850001, "8.085")]
    [InlineData(8.085000000000001, "8.085")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void A_number_reads_as_in_print(double value, string expected) =>
        Assert.Equal(expected, FigureNumber.Text(value));

    [Fact]
    public void Thousands_stand_apart() => Assert.Equal("1\u202F234\u202F567", FigureNumber.Count(1_234_567));

    [Fact]
    public void Numbers_read_alike_in_every_language()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("−0.25", FigureNumber.Text(-0.25));
            Assert.Equal("10⁻⁹", FigureNumber.PowerOfTen(-9));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
