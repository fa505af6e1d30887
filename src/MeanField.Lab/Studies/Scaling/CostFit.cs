using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MeanField.Lab.Studies.Statistics;

namespace MeanField.Lab.Studies.Scaling;

/// <summary>A price, in seconds.</summary>
/// <param name="Cost">Of what.</param>
/// <param name="Seconds">The best guess that is not negative.</param>
/// <param name="StandardError">Null where the guess is at 0: what was measured does not show it.</param>
public sealed record FittedCost(StepCost Cost, double Seconds, double? StandardError);

/// <summary>Prices that explain measured steps, by least squares of the relative errors.</summary>
public sealed class CostFit
{
    private CostFit(ImmutableArray<FittedCost> costs, IReadOnlyList<MeasuredStep> measured)
    {
        Costs = costs;
        Residuals = [.. measured.Select(step => new StepResidual(step, Seconds(step.Setting)))];
    }

    public ImmutableArray<FittedCost> Costs { get; }

    /// <summary>Of the steps that the prices were made from.</summary>
    public ImmutableArray<StepResidual> Residuals { get; }

    /// <summary>What they leave of a step's time, as a fraction: √(Σ (T̂/T − 1)² / (steps − prices)).</summary>
    public double Deviation => Math.Sqrt(
        Residuals.Sum(residual => residual.RelativeError * residual.RelativeError) / FreedomOf(Residuals.Length));

    public static CostFit Of(IReadOnlyList<MeasuredStep> measured) => Of(StepCosts.All, measured);

    /// <exception cref="ArgumentException">There are fewer steps than prices.</exception>
    public static CostFit Of(IReadOnlyList<StepCost> costs, IReadOnlyList<MeasuredStep> measured)
    {
        if (measured.Count <= costs.Count)
            throw new ArgumentException($"{measured.Count} steps cannot tell {costs.Count} prices.", nameof(measured));
        // rows over their times: an error of a tenth counts alike in a microsecond and in a second
        var a = Matrix<double>.Build.Dense(
            measured.Count, costs.Count, (i, j) => costs[j].Times(measured[i].Setting) / measured[i].Seconds);
        var b = Vector<double>.Build.Dense(measured.Count, 1);
        var prices = NonNegativeLeastSquares.Solve(a, b);
        var errors = StandardErrors(a, prices, (a * prices - b).L2Norm());
        return new([.. costs.Select((cost, j) => new FittedCost(cost, prices[j], errors[j]))], measured);
    }

    public double Price(StepCost cost) => Costs.First(fitted => fitted.Cost == cost).Seconds;

    /// <summary>What a step takes by these prices.</summary>
    public double Seconds(StepSetting setting) => Costs.Sum(cost => cost.Seconds * cost.Cost.Times(setting));

    /// <summary>√diag(s² (AᵀA)⁻¹) over the prices above 0, s² the variance of what is left.</summary>
    private static double?[] StandardErrors(Matrix<double> a, Vector<double> prices, double left)
    {
        var errors = new double?[prices.Count];
        int[] free = [.. Enumerable.Range(0, prices.Count).Where(j => prices[j] > 0)];
        if (free.Length == 0)
            return errors;
        // columns of length 1: prices differ by ten orders of magnitude
        var lengths = free.Select(j => a.Column(j).L2Norm()).ToArray();
        var columns = Matrix<double>.Build.DenseOfColumnVectors(free.Select((j, k) => a.Column(j) / lengths[k]));
        var inverse = columns.TransposeThisAndMultiply(columns).Inverse();
        var deviation = left / Math.Sqrt(a.RowCount - free.Length);
        for (var k = 0; k < free.Length; k++)
            errors[free[k]] = deviation * Math.Sqrt(inverse[k, k]) / lengths[k];
        return errors;
    }

    private int FreedomOf(int steps) => Math.Max(1, steps - Costs.Count(cost => cost.Seconds > 0));
}

/// <summary>A measured step beside what was expected of it.</summary>
public sealed record StepResidual(MeasuredStep Measured, double ExpectedSeconds)
{
    /// <summary>Positive where the step was faster than expected.</summary>
    public double RelativeError => ExpectedSeconds / Measured.Seconds - 1;
}
