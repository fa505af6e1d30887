using MeanField.Cli.Progress;

namespace MeanField.Cli.Tests.Progress;

public class StepMeterTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void The_rate_is_unknown_at_first_and_then_that_of_the_latest_readings()
    {
        var meter = new StepMeter(10_000, _clock);
        Assert.Equal(0, meter.Read().Rate);
        _clock.Advance(TimeSpan.FromSeconds(2));
        meter.Reach(1_000);
        Assert.Equal(500, meter.Read().Rate);
    }

    [Fact]
    public void Old_readings_are_forgotten_so_that_the_rate_follows_a_change()
    {
        var meter = new StepMeter(1_000_000, _clock);
        for (var i = 1; i <= 30; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            meter.Reach(i <= 10 ? 0 : 100 * (i - 10));
            meter.Read();
        }
        Assert.Equal(100, meter.Read().Rate, 1e-9);
    }

    [Fact]
    public void A_resumed_run_does_not_count_its_earlier_steps_as_speed()
    {
        var meter = new StepMeter(10_000, _clock);
        meter.Reach(5_000);
        meter.Read();
        _clock.Advance(TimeSpan.FromSeconds(1));
        meter.Reach(5_100);
        Assert.Equal(new StepReading(5_100, 10_000, 100), meter.Read());
    }

    [Fact]
    public void The_remaining_time_is_the_remaining_steps_at_the_rate()
    {
        Assert.Equal(TimeSpan.FromSeconds(90), new StepReading(1_000, 10_000, 100).Remaining);
        Assert.Null(new StepReading(0, 10_000, 0).Remaining);
    }

    [Theory]
    [InlineData(113_341, "113,341 steps/s")]
    [InlineData(3.14, "3.14 steps/s")]
    [InlineData(0.25, "0.25 steps/s")]
    [InlineData(0, "0 steps/s")]
    public void A_rate_is_said_with_what_it_takes_to_tell_slow_runs_apart(double rate, string said) =>
        Assert.Equal(said, StepReading.FormatRate(rate));

    [Theory]
    [InlineData(5.04, "5.0 s")]
    [InlineData(125, "2 min 5 s")]
    [InlineData(7_380, "2 h 3 min")]
    public void A_duration_is_said_as_people_say_it(double seconds, string said) =>
        Assert.Equal(said, Duration.Format(TimeSpan.FromSeconds(seconds)));
}
