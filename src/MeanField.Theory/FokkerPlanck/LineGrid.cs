using MathNet.Numerics.Distributions;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>Equal cells of [−reach, reach], an even number of them: the origin is an edge.</summary>
public sealed class LineGrid(double reach, int cells) : ICells
{
    private readonly ScharfetterGummel _scheme = new(cells, 2 * reach / cells);

    public int Cells => cells;

    public int Count => cells;

    public double Width => 2 * reach / cells;

    public double Center(int cell) => Width * (cell + 0.5 - Cells / 2);

    public double Edge(int cell) => Width * (cell - Cells / 2);

    public double LogVolume(int cell) => Math.Log(Width);

    public double Square(int cell) => Center(cell) * Center(cell);

    public double Escaped(double[] masses) => masses[0] + masses[^1];

    public void Diffuse(
        double[] potential, double diffusion, double duration, double[] masses, double[] next) =>
        _scheme.Step(potential, diffusion, duration, masses, next);

    /// <summary>The mass of every cell under a law of one number.</summary>
    public double[] Masses(CoordinateLaw law)
    {
        var masses = new double[Cells];
        for (var i = 0; i < Cells; i++)
            masses[i] = law.Continuous is { } cumulative ? cumulative(Edge(i + 1)) - cumulative(Edge(i)) : 0;
        foreach (var (place, mass) in law.Atoms)
            foreach (var (cell, share) in Share(place))
                masses[cell] += mass * share;
        var total = masses.Sum();
        return [.. masses.Select(mass => mass / total)];
    }

    /// <summary>The two cells that an atom is shared between, so that its mean is kept.</summary>
    public IEnumerable<(int Cell, double Share)> Share(double place)
    {
        var scaled = place / Width + Cells / 2 - 0.5;
        var cell = Math.Clamp((int)Math.Floor(scaled), 0, Cells - 2);
        return [(cell, cell + 1 - scaled), (cell + 1, scaled - cell)];
    }
}

/// <summary>A law of one number: atoms, or a distribution function.</summary>
/// <param name="Continuous">P(· ≤ x); null for atoms.</param>
/// <param name="Atoms">Places and masses; none for a continuous law.</param>
/// <param name="Furthest">How far from 0 the atoms, or the middle of the law, lie.</param>
/// <param name="Variance">Around these.</param>
public sealed record CoordinateLaw(
    Func<double, double>? Continuous,
    IReadOnlyList<(double Place, double Mass)> Atoms,
    double Furthest,
    double Variance)
{
    public static CoordinateLaw Normal(double scale) => scale > 0
        ? new(x => MathNet.Numerics.Distributions.Normal.CDF(0, scale, x), [], 0, scale * scale)
        : OfAtoms([(0, 1)]);

    public static CoordinateLaw Uniform(double low, double high) => high > low
        ? new(x => ContinuousUniform.CDF(low, high, x), [], Math.Max(Math.Abs(low), Math.Abs(high)), 0)
        : OfAtoms([(low, 1)]);

    public static CoordinateLaw OfAtoms(IReadOnlyList<(double Place, double Mass)> atoms) =>
        new(null, atoms, atoms.Max(atom => Math.Abs(atom.Place)), 0);

    /// <summary>The law of a scalar parameter.</summary>
    public static CoordinateLaw Of(ScalarLaw law) => law switch
    {
        ConstantScalar constant => OfAtoms([(constant.Value, 1)]),
        GaussianScalar gaussian => Normal(gaussian.Scale),
        UniformScalar uniform => Uniform(uniform.Low, uniform.High),
        ListedScalar listed =>
            OfAtoms([.. listed.Values.Select(value => (value, 1.0 / listed.Values.Count))]),
        _ => throw new NotSupportedException($"no start {law.GetType().Name}"),
    };
}
