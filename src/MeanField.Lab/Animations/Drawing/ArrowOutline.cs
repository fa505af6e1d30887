namespace MeanField.Lab.Animations.Drawing;

/// <summary>The outline of an arrow in pixels.</summary>
internal static class ArrowOutline
{
    // an arrow shorter than this shows no direction
    private const double Shortest = .75;

    private const double HeadWidths = 4.2;

    /// <summary>Adds the outline; nothing where the arrow is too short to be seen.</summary>
    public static void Add(
        PathText path, (double X, double Y) from, (double X, double Y) to, double width)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt(dx * dx + dy * dy);
        if (length < Shortest)
            return;
        // a head never longer than the arrow, and as slender in a short one
        var head = Math.Min(HeadWidths * width, length);
        var (half, shaft) = (head / HeadWidths * 1.9, width / 2);
        (double X, double Y) Point(double along, double across) =>
            (from.X + (dx * along - dy * across) / length, from.Y + (dy * along + dx * across) / length);
        path.Area(
        [
            Point(0, shaft), Point(length - head, shaft), Point(length - head, half),
            Point(length, 0),
            Point(length - head, -half), Point(length - head, -shaft), Point(0, -shaft),
        ]);
    }
}
