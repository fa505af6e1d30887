using MathNet.Numerics.LinearAlgebra;
using MeanField.Theory.FokkerPlanck;

namespace MeanField.Theory.Gibbs;

/// <summary>One guess of the outputs at the fixed point, and the law that they make.</summary>
/// <param name="Outputs">f.</param>
/// <param name="Masses">Of exp(−Φ(·; f)/κ)/Z, cell by cell.</param>
/// <param name="Defect">T(f) − f.</param>
public sealed record GibbsIterate(Vector<double> Outputs, double[] Masses, Vector<double> Defect)
{
    /// <summary>|T(f) − f|.</summary>
    public double Distance { get; } = Defect.L2Norm();

    public bool IsSettled => Distance <= GibbsFixedPoint.Settled * (1 + Outputs.L2Norm());

    public static GibbsIterate At(CellProblem problem, double[] outputs)
    {
        var guess = Vector<double>.Build.Dense(outputs);
        var masses = MassesUnder(problem, outputs);
        return new(guess, masses, Vector<double>.Build.Dense(problem.Outputs(masses)) - guess);
    }

    // volume · e^{−Φ/κ}/Z
    private static double[] MassesUnder(CellProblem problem, double[] outputs)
    {
        var exponents = new double[problem.Cells.Count];
        problem.FillPotential(outputs, exponents);
        for (var i = 0; i < exponents.Length; i++)
            exponents[i] = problem.Cells.LogVolume(i) - exponents[i] / problem.Diffusion;
        var top = exponents.Max();
        double[] weights = [.. exponents.Select(exponent => Math.Exp(exponent - top))];
        var total = weights.Sum();
        return [.. weights.Select(weight => weight / total)];
    }
}
