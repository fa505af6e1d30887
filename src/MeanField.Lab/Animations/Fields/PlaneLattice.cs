using MeanField.Lab.Figures;

namespace MeanField.Lab.Animations.Fields;

/// <summary>The middles of equal cells of a square of the plane, row by row from the top.</summary>
internal sealed class PlaneLattice
{
    /// <summary>Cells a side: blocks of three by three have a cell in their middle.</summary>
    public const int Side = 39;

    private const int Block = 3;

    private readonly PlaneExtent _extent;

    public PlaneLattice(PlaneExtent extent)
    {
        _extent = extent;
        var cells = Enumerable.Range(0, Side * Side);
        Points = [.. cells.SelectMany(cell => (double[])[X(cell % Side), Y(cell / Side)])];
    }

    /// <summary>w₁ and w₂ of every cell.</summary>
    public double[] Points { get; }

    /// <summary>The width of a block, in the plane.</summary>
    public double BlockWidth => Block * (_extent.Horizontal.High - _extent.Horizontal.Low) / Side;

    /// <summary>The cells in the middle of the blocks: enough arrows.</summary>
    public static IEnumerable<int> Middles =>
        from row in Enumerable.Range(0, Side / Block)
        from column in Enumerable.Range(0, Side / Block)
        select (row * Block + 1) * Side + column * Block + 1;

    /// <summary>w₁ of a column; between columns, of a part of one.</summary>
    public double X(double column) =>
        _extent.Horizontal.Low + (column + .5) / Side * (_extent.Horizontal.High - _extent.Horizontal.Low);

    public double Y(double row) =>
        _extent.Vertical.High - (row + .5) / Side * (_extent.Vertical.High - _extent.Vertical.Low);
}
