using System.Globalization;
using System.Text.RegularExpressions;

namespace MeanField.Lab.Tests.Support;

/// <summary>Reads the paths of marks back: places in pixels, subpath by subpath.</summary>
public static partial class PathPoints
{
    public static IReadOnlyList<(double X, double Y)[]> Of(string path)
    {
        var parts = new List<List<(double X, double Y)>>();
        var (pen, start) = ((X: 0.0, Y: 0.0), (X: 0.0, Y: 0.0));
        foreach (Match command in Command().Matches(path))
        {
            double[] numbers = [.. Number().Matches(command.Groups[2].Value)
                .Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture))];
            switch (command.Groups[1].Value)
            {
                case "m":
                    pen = start = (pen.X + numbers[0], pen.Y + numbers[1]);
                    parts.Add([pen]);
                    break;
                case "l":
                    pen = (pen.X + numbers[0], pen.Y + numbers[1]);
                    parts[^1].Add(pen);
                    break;
                case "z":
                    pen = start;
                    break;
            }
        }
        return [.. parts.Select(part => part.ToArray())];
    }

    /// <summary>The arrows of a path, whose outlines begin and end beside their tails.</summary>
    public static IReadOnlyList<Arrow> Arrows(string path) =>
    [
        .. Of(path).Select(outline => new Arrow(
            outline[3].X - (outline[0].X + outline[6].X) / 2,
            outline[3].Y - (outline[0].Y + outline[6].Y) / 2)),
    ];

    [GeneratedRegex("([a-zA-Z])([^a-zA-Z]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"-?\d*\.?\d+")]
    private static partial Regex Number();
}

/// <summary>How far an arrow reaches, in pixels.</summary>
public readonly record struct Arrow(double Across, double Down);
