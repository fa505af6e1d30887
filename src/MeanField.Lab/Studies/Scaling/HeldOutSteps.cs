using System.Collections.Immutable;

namespace MeanField.Lab.Studies.Scaling;

/// <summary>Steps that are foretold from the others alone: whether prices hold beyond what they were made from.</summary>
/// <param name="Name">Which steps these are.</param>
/// <param name="Steps">Each beside what was foretold.</param>
public sealed record HeldOutSteps(string Name, ImmutableArray<StepResidual> Steps)
{
    /// <summary>Half of them are off by less.</summary>
    public double MedianError => MathNet.Numerics.Statistics.Statistics.Median(
        Steps.Select(step => Math.Abs(step.RelativeError)));

    public double LargestError => Steps.Max(step => Math.Abs(step.RelativeError));

    public static HeldOutSteps Of(
        string name, IReadOnlyCollection<MeasuredStep> measured, Func<MeasuredStep, bool> isHeldOut)
    {
        var fit = CostFit.Of([.. measured.Where(step => !isHeldOut(step))]);
        return new(name, [.. measured.Where(isHeldOut)
            .Select(step => new StepResidual(step, fit.Seconds(step.Setting)))]);
    }
}
