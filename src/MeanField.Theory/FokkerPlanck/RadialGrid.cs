namespace MeanField.Theory.FokkerPlanck;

/// <summary>Equal cells of [0, reach] for the norm of a vector in R^d; the volume of a cell is that of its
/// shell.</summary>
/// <remarks>
/// For ρ̄(r), the law of r = |w|: ∂ρ̄ = ∂(ρ̄ ∂Φ) + κ ∂(r^{d−1} ∂(ρ̄/r^{d−1})), which is the equation on the
/// line
/// with Φ − κ(d − 1) log r: noise drives outwards with the force κ(d − 1)/r. The scheme takes the log of the
/// shell's volume in place of (d − 1) log r. Derived for this project.
/// </remarks>
public sealed class RadialGrid(int dimension, double reach, int cells) : ICells
{
    private readonly ScharfetterGummel _scheme = new(cells, reach / cells);

    public int Count => cells;

    public double Width => reach / cells;

    public double Center(int cell) => Width * (cell + 0.5);

    public double Edge(int cell) => Width * cell;

    // (r₊^d − r₋^d)/d, without the area of the unit sphere, which only shifts the entropy
    public double LogVolume(int cell)
    {
        var ratio = dimension * Math.Log((double)cell / (cell + 1));
        return dimension * Math.Log(Edge(cell + 1)) + double.LogP1(-Math.Exp(ratio)) - Math.Log(dimension);
    }

    public double Square(int cell) => Center(cell) * Center(cell);

    public double Escaped(double[] masses) => masses[^1];

    public void Diffuse(
        double[] potential, double diffusion, double duration, double[] masses, double[] next) =>
        _scheme.Step(potential, diffusion, duration, masses, next);
}
