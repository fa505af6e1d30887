using System.Globalization;
using System.Text;

namespace MeanField.Lab.Animations.Drawing;

/// <summary>Writes an SVG path in tenths of a pixel, by displacements: half as long as by places.</summary>
internal sealed class PathText
{
    private readonly StringBuilder _text = new();

    // in tenths of a pixel, so that displacements do not add up to an error
    private (long X, long Y) _pen;

    public PathText Line(IEnumerable<(double X, double Y)> points)
    {
        var command = 'm';
        foreach (var (x, y) in points)
        {
            Go(command, x, y);
            command = 'l';
        }
        return this;
    }

    public PathText Area(IReadOnlyList<(double X, double Y)> points)
    {
        Line(points);
        _text.Append('z');
        // closing takes the pen back
        _pen = (Tenths(points[0].X), Tenths(points[0].Y));
        return this;
    }

    public PathText Dot(double x, double y)
    {
        Go('m', x, y);
        _text.Append("h0");
        return this;
    }

    public PathText Circle(double x, double y, double radius)
    {
        Go('m', x - radius, y);
        var (r, across) = (Number(Tenths(radius)), Number(2 * Tenths(radius)));
        _text.Append(CultureInfo.InvariantCulture, $"a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0z");
        return this;
    }

    public override string ToString() => _text.ToString();

    private void Go(char command, double x, double y)
    {
        var (across, down) = (Tenths(x), Tenths(y));
        _text.Append(command).Append(Number(across - _pen.X));
        // a sign parts two numbers as well as a space
        if (down >= _pen.Y)
            _text.Append(' ');
        _text.Append(Number(down - _pen.Y));
        _pen = (across, down);
    }

    private static long Tenths(double value) => (long)Math.Round(10 * value);

    private static string Number(long tenths) =>
        (tenths / 10.0).ToString("0.#", CultureInfo.InvariantCulture);
}
