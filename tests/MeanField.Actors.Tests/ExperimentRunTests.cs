using MeanField.Core.Dynamics;
using MeanField.Core.Serial;
using MeanField.Core.Specification;

namespace MeanField.Actors.Tests;

/// <summary>
/// Whole experiments: all that the serial engine tells, the actors tell as well, to the last bit.
/// </summary>
public sealed class ExperimentRunTests
{
    private static readonly ExperimentSpec Ramp = new()
    {
        Name = "actors",
        Network = new()
        {
            Particles = 300,
            Activation = new PiecewiseLinearActivation([[0.5, -2.5], [1.5, 7.5]]),
            Amplitude = new() { Trained = true, Initial = new GaussianScalar(1) },
        },
        Data = new IsotropicGaussiansData(10, 0.8),
        Training = new() { StepSize = 1e-4, Horizon = 0.01 },
        Observe = new()
        {
            Times = [0, 0.005, 0.01],
            TestSamples = 50,
            Track = 5,
            Histogram = new(HistogramQuantity.WeightNorm, 12),
        },
        Compute = new() { Leaf = 32 },
    };

    public static TheoryData<string> Kinds =>
        ["noiseless", "noisy", "batch", "single", "look-ahead", "noisy look-ahead", "tried"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_experiment_over_actors_tells_what_the_serial_engine_tells(string kind)
    {
        var experiment = Experiment.Create(Spec(kind));
        var serial = new List<RunEvent>();
        new SerialEngine(experiment).Run(serial.Add, CancellationToken.None);
        await using var engine = await ActorEngine.StartAsync();
        foreach (var shards in new[] { 1, 2, 7 })
        {
            var events = new List<RunEvent>();
            await engine.RunAsync(experiment.Spec, new() { Shards = shards }, runEvent =>
            {
                events.Add(runEvent);
                return ValueTask.CompletedTask;
            });
            Assert.Equal(RunDigest.Of(serial), RunDigest.Of(events));
        }
    }

    private static ExperimentSpec Spec(string kind) => kind switch
    {
        "noisy" => Ramp with { Training = Ramp.Training with { InverseTemperature = 50, WeightDecay = 0.1 } },
        "batch" => Ramp with { Training = Ramp.Training with { Batch = 3 } },
        "single" => Ramp with { Compute = Ramp.Compute with { Precision = Precision.Single } },
        "look-ahead" => Ramp with { Communication = new LookAheadCommunication(7) },
        "noisy look-ahead" => Spec("noisy") with { Communication = new LookAheadCommunication(16) },
        "tried" => Ramp with { Communication = new LookAheadCommunication(7, 1e-6) },
        _ => Ramp,
    };
}
