namespace MeanField.Lab.Animations.Fields;

/// <summary>Lines of equal height through numbers on a square lattice, by marching squares.</summary>
internal static class Contours
{
    /// <param name="heights">Row by row.</param>
    /// <param name="side">Of the lattice.</param>
    /// <param name="level">The height.</param>
    /// <returns>Segments from (column, row) to (column, row).</returns>
    public static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Of(
        double[] heights, int side, double level)
    {
        for (var row = 0; row + 1 < side; row++)
            for (var column = 0; column + 1 < side; column++)
            {
                var crossings = Crossings(heights, side, row, column, level);
                // two crossings: a line through; four: a saddle, of which either pairing is as good
                for (var i = 0; i + 1 < crossings.Count; i += 2)
                    yield return (crossings[i], crossings[i + 1]);
            }
    }

    /// <summary>Where the level crosses the four sides of a cell, in order around it.</summary>
    private static List<(double X, double Y)> Crossings(
        double[] heights, int side, int row, int column, double level)
    {
        (int X, int Y)[] corners =
            [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1), (column, row)];
        var crossings = new List<(double X, double Y)>(4);
        for (var i = 0; i < 4; i++)
        {
            var (from, to) = (corners[i], corners[i + 1]);
            var below = heights[from.Y * side + from.X] - level;
            var above = heights[to.Y * side + to.X] - level;
            if (below < 0 == above < 0)
                continue;
            var part = below / (below - above);
            crossings.Add((from.X + part * (to.X - from.X), from.Y + part * (to.Y - from.Y)));
        }
        return crossings;
    }
}
