using MeanField.Core.Dynamics;

namespace MeanField.Core.Specification.Sections;

/// <summary>The largest ξ(t) of a run, which bounds its step size.</summary>
internal static class LargestRate
{
    public static double Of(TrainingSpec training)
    {
        var schedule = new StepSchedule(training);
        // every schedule is monotone between these times
        var knots = training.Schedule is PiecewiseSchedule piecewise ? piecewise.Knots : [];
        var corners = knots.Select(knot => knot[0]).Where(t => t > 0 && t < training.Horizon);
        return corners.Append(0).Append(training.Horizon).Max(schedule.Rate);
    }
}
