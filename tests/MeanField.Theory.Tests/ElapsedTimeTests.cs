namespace MeanField.Theory.Tests;

public class ElapsedTimeTests
{
    [Fact]
    public void A_power_schedule_has_the_power_s_integral()
    {
        Assert.Equal(2 * (Math.Sqrt(5) - 1), ElapsedTime.At(new PowerSchedule(-0.5, 1), 4), 1e-14);
        Assert.Equal(Math.Log(5), ElapsedTime.At(new PowerSchedule(-1, 1), 4), 1e-14);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(2, 1.75)]
    [InlineData(3, 2)]
    [InlineData(5, 2)]
    public void A_piecewise_schedule_is_integrated_exactly(double time, double elapsed) =>
        // 1 until t = 1, falling to 0.5 at t = 2 and to 0 at t = 3
        Assert.Equal(elapsed, ElapsedTime.At(new PiecewiseSchedule([[1, 1], [2, 0.5], [3, 0]]), time), 1e-14);
}
