using MathNet.Numerics.LinearAlgebra;
using MeanField.Theory.FokkerPlanck;

namespace MeanField.Theory.Gibbs;

/// <summary>The fixed point ρ* ∝ exp(−Φ(·; ρ*)/κ) of noisy dynamics on cells, by self-consistent
/// iteration.</summary>
/// <remarks>
/// With the outputs f of ρ, T(f) those of exp(−Φ(·; f)/κ)/Z: solves f = T(f). T falls as f rises, so that
/// there is one solution; a step goes along (1 − T′)⁻¹(T(f) − f), T′ = −(αg/κ) Cov(σ_k, σ_l), halved until
/// |T(f) − f| falls.
/// For κ = 2/β, g = 2 this is exp(−βΨ_λ)/Z; as printed, κ = 1/β, exp(−2βΨ_λ)/Z.
/// </remarks>
public static class GibbsFixedPoint
{
    /// <summary>Of the iteration: |T(f) − f| goes like its own square.</summary>
    public const int Order = 2;

    internal const double Settled = 1e-12;

    private const int MostIterations = 200;
    private const double ShortestWay = 1e-9;
    private const double Negligible = 1e-12;
    private const int MostStretch = 64;

    /// <summary>The reduction that has a fixed point; null with the reason where there is none.</summary>
    public static (INoisyReduction? Reduction, string Reason) ReductionOf(ExperimentSpec spec)
    {
        if (spec.Training.WeightDecay <= 0 && spec.Training.InverseTemperature is not null)
            return (null, "without weight decay nothing holds the neurons together");
        if (RadialReduction.Obstacle(spec) is not { } radial)
            return (new RadialReduction(spec), "the law of |w|");
        if (LineReduction.Obstacle(spec) is not { } line)
            return (new LineReduction(spec), "the law of one weight");
        return PlaneReduction.Obstacle(spec) is { } plane
            ? (null, $"{radial}; {line}; {plane}")
            : (new PlaneReduction(spec), "the law of two numbers");
    }

    /// <summary>The fixed point on cells of a level of refinement.</summary>
    /// <exception cref="ReferenceToleranceException">Mass reaches the outer cells, or no fixed point is
    /// found.</exception>
    public static CellLaw Of(INoisyReduction reduction, int level = 1)
    {
        for (var stretch = 1; stretch <= MostStretch; stretch *= 2)
        {
            var law = Of(reduction.Begin(level, stretch, double.PositiveInfinity).Problem);
            if (law.Problem.Cells.Escaped(law.Masses) < Negligible)
                return law;
        }
        throw new ReferenceToleranceException($"{reduction.Name}: mass leaves the cells", MostStretch, 1);
    }

    /// <summary>The fixed point on given cells.</summary>
    public static CellLaw Of(CellProblem problem)
    {
        var last = Iterates(problem).Take(MostIterations).Last();
        return last.IsSettled
            ? new CellLaw(problem, last.Masses)
            : throw new ReferenceToleranceException("the fixed point", last.Distance, Settled);
    }

    /// <summary>Newton's iterates from f = 0, as long as they come nearer.</summary>
    public static IEnumerable<GibbsIterate> Iterates(CellProblem problem)
    {
        var current = GibbsIterate.At(problem, new double[problem.Modes.Targets.Length]);
        while (true)
        {
            yield return current;
            if (current.IsSettled || Nearer(problem, current) is not { } next)
                yield break;
            current = next;
        }
    }

    // null where no part of the way brings |T(f) − f| down
    private static GibbsIterate? Nearer(CellProblem problem, GibbsIterate current)
    {
        var direction = Slope(problem, current.Masses).Solve(current.Defect);
        for (var length = 1.0; length > ShortestWay; length /= 2)
        {
            var tried = GibbsIterate.At(problem, (current.Outputs + direction * length).ToArray());
            if (tried.Distance < current.Distance * (1 - length / 4) || tried.Distance <= Settled)
                return tried;
        }
        return null;
    }

    // 1 − T′
    private static Matrix<double> Slope(CellProblem problem, double[] masses)
    {
        var values = problem.Modes.Values;
        double Mean(Func<int, double> f)
        {
            var sum = 0.0;
            for (var i = 0; i < masses.Length; i++)
                sum += masses[i] * f(i);
            return sum;
        }
        double[] means = [.. values.Select(row => Mean(i => row[i]))];
        var strength = problem.OutputScale * problem.GradientFactor / problem.Diffusion;
        return Matrix<double>.Build.Dense(values.Length, values.Length, (k, l) =>
            (k == l ? 1 : 0)
            + strength * Mean(i => (values[k][i] - means[k]) * (values[l][i] - means[l])));
    }
}
