namespace MeanField.Theory;

/// <summary>τ(t) = ∫₀ᵗ ξ: in this time the limit is autonomous.</summary>
public static class ElapsedTime
{
    public static double At(ScheduleSpec schedule, double time) => schedule switch
    {
        ConstantSchedule constant => constant.Value * time,
        PowerSchedule power => OfPower(power, time),
        PiecewiseSchedule piecewise => OfKnots(piecewise.Knots, time),
        _ => throw new NotSupportedException($"no schedule {schedule.GetType().Name} in the theory"),
    };

    /// <summary>ξ(t).</summary>
    public static double Rate(ScheduleSpec schedule, double time) => schedule switch
    {
        ConstantSchedule constant => constant.Value,
        PowerSchedule power => Math.Pow(time + power.Offset, power.Exponent),
        PiecewiseSchedule piecewise => Rate(piecewise.Knots, time),
        _ => throw new NotSupportedException($"no schedule {schedule.GetType().Name} in the theory"),
    };

    private static double OfPower(PowerSchedule power, double time)
    {
        var exponent = power.Exponent + 1;
        return exponent == 0
            ? Math.Log((time + power.Offset) / power.Offset)
            : (Math.Pow(time + power.Offset, exponent) - Math.Pow(power.Offset, exponent)) / exponent;
    }

    // trapezoids between the knots that lie in [0, time], exact for a piecewise linear ξ
    private static double OfKnots(Rows knots, double time)
    {
        double[] places = [0, .. knots.Select(knot => knot[0]).Where(t => t > 0 && t < time), time];
        var sum = 0.0;
        for (var k = 0; k + 1 < places.Length; k++)
            sum += (places[k + 1] - places[k]) * (Rate(knots, places[k]) + Rate(knots, places[k + 1])) / 2;
        return sum;
    }

    private static double Rate(Rows knots, double time)
    {
        if (time <= knots[0][0])
            return knots[0][1];
        for (var k = 1; k < knots.Count; k++)
            if (time <= knots[k][0])
                return knots[k - 1][1] + (knots[k][1] - knots[k - 1][1])
                    * (time - knots[k - 1][0]) / (knots[k][0] - knots[k - 1][0]);
        return knots[^1][1];
    }
}
