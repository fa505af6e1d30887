using MeanField.Core.Dynamics;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Dynamics;

public class StepScheduleTests
{
    [Fact]
    public void Time_is_computed_from_the_step_and_never_added_up()
    {
        var schedule = With(new ConstantSchedule(1), stepSize: 0.1);

        Assert.Equal(3 * 0.1, schedule.Time(3));
        Assert.Equal(10_000_000_000 * 0.1, schedule.Time(10_000_000_000));
    }

    [Fact]
    public void A_constant_schedule_scales_the_step_size() =>
        Assert.Equal(0.25 * 3, With(new ConstantSchedule(3), 0.25).StepSize(1000));

    [Theory]
    [InlineData(-0.5, 1, 3, 0.5)]
    [InlineData(2, 0, 3, 9)]
    [InlineData(2, 0, 0, 0)]
    [InlineData(0, 0, 0, 1)]
    public void A_power_schedule_is_a_power_of_time(double exponent, double offset, double t, double rate) =>
        Assert.Equal(rate, With(new PowerSchedule(exponent, offset), 1).Rate(t), 14);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(1.5, 3)]
    [InlineData(2, 4)]
    [InlineData(3, 2.5)]
    [InlineData(4, 1)]
    [InlineData(99, 1)]
    public void A_piecewise_schedule_is_linear_between_its_knots_and_constant_outside(double t, double rate) =>
        Assert.Equal(rate, With(new PiecewiseSchedule([[1, 2], [2, 4], [4, 1]]), 1).Rate(t));

    private static StepSchedule With(ScheduleSpec schedule, double stepSize) =>
        new(new TrainingSpec { StepSize = stepSize, Horizon = 1, Schedule = schedule });
}
