namespace MeanField.Lab.Figures;

/// <summary>A square of the plane.</summary>
/// <param name="Horizontal">Of w₁.</param>
/// <param name="Vertical">Of w₂.</param>
internal sealed record PlaneExtent((double Low, double High) Horizontal, (double Low, double High) Vertical)
{
    /// <summary>The square that shows these points.</summary>
    /// <param name="points">x and y, point by point.</param>
    /// <param name="margin">Room on either side, as a part of what the points take.</param>
    public static PlaneExtent Around(double[] points, double margin)
    {
        var side = (1 + 2 * margin) * Side(points);
        return new(Around(Middle(Axis(points, 0)), side), Around(Middle(Axis(points, 1)), side));
    }

    /// <summary>The longer side of the points' bounding box.</summary>
    public static double Side(double[] points) =>
        Math.Max(Math.Max(Length(Axis(points, 0)), Length(Axis(points, 1))), 1e-9);

    private static double[] Axis(double[] points, int axis) => [.. points.Where((_, i) => i % 2 == axis)];

    private static double Middle(double[] values) => (values.Min() + values.Max()) / 2;

    private static double Length(double[] values) => values.Max() - values.Min();

    private static (double Low, double High) Around(double middle, double side) =>
        (middle - side / 2, middle + side / 2);
}
