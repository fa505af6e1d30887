using System.Buffers;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>The product of two lines; cells run along the second line first.</summary>
/// <remarks>
/// A step is an implicit step along the first coordinate and then one along the second: both are Markov
/// kernels that keep e^{−Φ/κ}, so that mass, positivity and the fall of the free energy carry over from the
/// line, whatever the step; the order in time stays 1. Derived for this project.
/// </remarks>
public sealed class PlaneGrid(LineGrid first, LineGrid second) : ICells
{
    private readonly ScharfetterGummel _along = new(first.Cells, first.Width);
    private readonly ScharfetterGummel _across = new(second.Cells, second.Width);

    public LineGrid First => first;

    public LineGrid Second => second;

    public int Count => First.Cells * Second.Cells;

    public double[] Center(int cell) =>
        [First.Center(cell / Second.Cells), Second.Center(cell % Second.Cells)];

    public double LogVolume(int cell) => First.LogVolume(0) + Second.LogVolume(0);

    public double Square(int cell) => First.Square(cell / Second.Cells) + Second.Square(cell % Second.Cells);

    public double Escaped(double[] masses)
    {
        var escaped = 0.0;
        for (var i = 0; i < First.Cells; i++)
            for (var j = 0; j < Second.Cells; j++)
                if (i == 0 || j == 0 || i == First.Cells - 1 || j == Second.Cells - 1)
                    escaped += masses[i * Second.Cells + j];
        return escaped;
    }

    public void Diffuse(
        double[] potential, double diffusion, double duration, double[] masses, double[] next)
    {
        var (rows, columns) = (First.Cells, Second.Cells);
        var scratch = ArrayPool<double>.Shared.Rent(Count + 3 * rows);
        var between = scratch.AsSpan(0, Count);
        var height = scratch.AsSpan(Count, rows);
        var before = scratch.AsSpan(Count + rows, rows);
        var after = scratch.AsSpan(Count + 2 * rows, rows);
        for (var j = 0; j < columns; j++)
        {
            for (var i = 0; i < rows; i++)
                (height[i], before[i]) = (potential[i * columns + j], masses[i * columns + j]);
            _along.Step(height, diffusion, duration, before, after);
            for (var i = 0; i < rows; i++)
                between[i * columns + j] = after[i];
        }
        for (var i = 0; i < rows; i++)
            _across.Step(
                potential.AsSpan(i * columns, columns),
                diffusion,
                duration,
                between.Slice(i * columns, columns),
                next.AsSpan(i * columns, columns));
        ArrayPool<double>.Shared.Return(scratch);
    }
}
