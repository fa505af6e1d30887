using MeanField.Core.Numerics;
using MeanField.Core.Specification;

namespace MeanField.Core.Dynamics;

/// <summary>Step sizes s_k = ε ξ(kε), and time t = kε, both from the step count alone.</summary>
public sealed class StepSchedule(TrainingSpec training)
{
    private readonly Func<double, double> _rate = Rates(training.Schedule);

    /// <summary>s_k.</summary>
    public double StepSize(long step) => training.StepSize * _rate(Time(step));

    /// <summary>t = kε.</summary>
    public double Time(long step) => step * training.StepSize;

    /// <summary>ξ(t).</summary>
    public double Rate(double t) => _rate(t);

    private static Func<double, double> Rates(ScheduleSpec schedule) => schedule switch
    {
        ConstantSchedule constant => _ => constant.Value,
        PowerSchedule power => t => Power(t + power.Offset, power.Exponent),
        PiecewiseSchedule piecewise => new PiecewiseLinear(piecewise.Knots).At,
        _ => throw new ArgumentOutOfRangeException(nameof(schedule), schedule, "unknown schedule"),
    };

    private static double Power(double x, double exponent)
    {
        if (exponent == 0)
            return 1;
        return x == 0 && exponent > 0 ? 0 : Elementary.Pow(x, exponent);
    }
}
