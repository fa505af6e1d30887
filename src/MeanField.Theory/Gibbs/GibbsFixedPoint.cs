using MathNet.Numerics.LinearAlgebra;
using MeanField.Theory.FokkerPlanck;

namespace MeanField.Theory.Gibbs;

/// <summary>The fixed point ρ* ∝ exp(−Φ(·; ρ*)/κ) of noisy dynamics on cells, by self-consistent
/// iteration.</summary>
/// <remarks>
/// With the outputs f of ρ, T(f) those of exp(−Φ(·; f)/κ)/Z: solves f = T(f). T falls as f rises, so that
/// there is
/// one solution; a step goes along (1 − T′)⁻¹(T(f) − f), T′ = −(αg/κ) Cov(σ_k, σ_l), halved until |T(f) − f|
/// falls.
/// For κ = 2/β, g = 2 this is exp(−βΨ_λ)/Z; as printed, κ = 1/β, exp(−2βΨ_λ)/Z.
/// </remarks>
public static class GibbsFixedPoint
{
    private const int MostIterations = 200;
    private const double Settled = 1e-12;
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
        var outputs = Vector<double>.Build.Dense(problem.Modes.Targets.Length);
        var masses = Masses(problem, outputs);
        var defect = Defect(problem, masses, outputs);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            if (defect.L2Norm() <= Settled * (1 + outputs.L2Norm()))
                return new CellLaw(problem, masses);
            var direction = Slope(problem, masses).Solve(defect);
            for (var length = 1.0; ; length /= 2)
            {
                if (length < 1e-9)
                    throw new ReferenceToleranceException("the fixed point", defect.L2Norm(), Settled);
                var tried = outputs + direction * length;
                var next = Masses(problem, tried);
                var left = Defect(problem, next, tried);
                if (left.L2Norm() >= defect.L2Norm() * (1 - length / 4) && left.L2Norm() > Settled)
                    continue;
                (outputs, masses, defect) = (tried, next, left);
                break;
            }
        }
        throw new ReferenceToleranceException("the fixed point", defect.L2Norm(), Settled);
    }

    private static Vector<double> Defect(CellProblem problem, double[] masses, Vector<double> outputs) =>
        Vector<double>.Build.Dense(problem.Outputs(masses)) - outputs;

    // volume · e^{−Φ/κ}/Z
    private static double[] Masses(CellProblem problem, Vector<double> outputs)
    {
        var exponents = new double[problem.Cells.Count];
        problem.FillPotential(outputs.ToArray(), exponents);
        for (var i = 0; i < exponents.Length; i++)
            exponents[i] = problem.Cells.LogVolume(i) - exponents[i] / problem.Diffusion;
        var top = exponents.Max();
        double[] weights = [.. exponents.Select(exponent => Math.Exp(exponent - top))];
        var total = weights.Sum();
        return [.. weights.Select(weight => weight / total)];
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
