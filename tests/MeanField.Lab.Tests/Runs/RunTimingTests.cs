using MeanField.Core.Dynamics;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Tests.Support;

namespace MeanField.Lab.Tests.Runs;

public class RunTimingTests
{
    private readonly ManualTime _time = new();
    private readonly SampleRun _run = new();

    [Fact]
    public void Steps_take_the_time_between_facts_and_observations_take_none_of_it()
    {
        using var place = new TemporaryDirectory();
        using var directory = _run.Create(place.Path, _time);
        foreach (var fact in _run.Events)
        {
            _time.Advance(fact is SignalsRecorded ? 2 : 100);
            directory.Accept(fact);
        }
        Assert.Equal(3 * 2, directory.Result.Timing.StepSeconds, 1e-9);
    }

    [Fact]
    public void What_waits_in_a_queue_took_the_time_until_it_was_handed_on()
    {
        using var place = new TemporaryDirectory();
        using var directory = _run.Create(place.Path, _time);
        var handedOn = new List<(RunEvent Fact, long At)>();
        foreach (var fact in _run.Events)
        {
            _time.Advance(fact is SignalsRecorded ? 2 : 100);
            handedOn.Add((fact, _time.GetTimestamp()));
        }
        _time.Advance(1000);
        foreach (var (fact, at) in handedOn)
            directory.Accept(fact, at);
        Assert.Equal(3 * 2, directory.Result.Timing.StepSeconds, 1e-9);
    }
}
