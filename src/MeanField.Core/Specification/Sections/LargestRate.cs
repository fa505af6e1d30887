namespace MeanField.Core.Specification.Sections;

/// <summary>
/// The largest ξ(t) of a run, which bounds its step size; monotone between knots, so at an end or at a knot.
/// </summary>
internal static class LargestRate
{
    public static double Of(ScheduleSpec schedule, double horizon) => schedule switch
    {
        ConstantSchedule constant => constant.Value,
        PowerSchedule power => Math.Max(Power(power, 0), Power(power, horizon)),
        PiecewiseSchedule piecewise => piecewise.Knots.Max(knot => knot[1]),
        _ => throw new ArgumentOutOfRangeException(nameof(schedule)),
    };

    // a bound for validation only: its last bits decide nothing about the trajectory
#pragma warning disable RS0030
    private static double Power(PowerSchedule schedule, double time) =>
        Math.Pow(time + schedule.Offset, schedule.Exponent);
#pragma warning restore RS0030
}
