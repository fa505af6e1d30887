using MeanField.Actors.Checkpoints;
using MeanField.Core.Dynamics;
using MeanField.Core.Serial;
using MeanField.Core.Specification;
using MeanField.Core.Tests.Support;

namespace MeanField.Actors.Tests.Checkpoints;

/// <summary>
/// The serial engine saves its particles too, and either engine goes on from what the other left.
/// </summary>
public sealed class SerialCheckpointTests : IDisposable
{
    // files are written beside the run: it has to last long enough for some, on a fast machine too
    private const int Known = 30_000;

    private static readonly ExperimentSpec Spec = new()
    {
        Name = "saved",
        Network = new()
        {
            Particles = 700,
            Activation = new TanhActivation(),
            Amplitude = new() { Trained = true, Initial = new GaussianScalar(1) },
            Bias = new() { Trained = true, Initial = new GaussianScalar(1) },
        },
        Data = new IsotropicGaussiansData(10, 0.8),
        Training = new() { StepSize = 1e-4, Horizon = 4, InverseTemperature = 100 },
        Observe = new() { TestSamples = 20, Times = [3.4] },
    };

    private readonly TemporaryDirectory _directory = new();
    private readonly LogLines _log = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_run_goes_on_from_particles_that_an_engine_saved(bool serialFirst, bool serialNext)
    {
        var whole = await Run(serialFirst, [], Options());
        Assert.NotEmpty(Directory.EnumerateFiles(_directory.Path, "*.npy", SearchOption.AllDirectories));
        var signals = whole.OfType<SignalsRecorded>().SelectMany(recorded => recorded.Values).ToArray();

        var rest = await Run(serialNext, signals[..Known], Options());

        Assert.Contains(_log.All, line => line.EndsWith($"step {Known} is known", StringComparison.Ordinal));
        Assert.Equal(
            signals[Known..], rest.OfType<SignalsRecorded>().SelectMany(recorded => recorded.Values));
        Assert.Equal(RunDigest.Of(Late(whole)), RunDigest.Of(Late(rest)));
    }

    private static List<RunEvent> Late(IEnumerable<RunEvent> events) => [.. events.Where(fact =>
        fact is not SignalsRecorded and not MeasureObserved { Observation.Step: < Known })];

    private CheckpointOptions Options() => new()
    {
        Directory = _directory.Path,
        Interval = TimeSpan.Zero,
        Share = 1000,
        Kept = 10_000,
        PieceBytes = 512 * 8 * 12,
        OutliveRuns = true,
    };

    private async Task<List<RunEvent>> Run(bool serial, double[] known, CheckpointOptions options)
    {
        var events = new List<RunEvent>();
        if (serial)
        {
            var experiment = Experiment.Create(Spec);
            var store = new CheckpointStore(options, TimeProvider.System, _log);
            var engine = new SerialEngine(experiment) { Checkpoints = store.Of(Spec, experiment.Model) };
            engine.Run(events.Add, CancellationToken.None, known, known.Length);
            return events;
        }
        await using var actors = await ActorEngine.StartAsync(
            new ActorEngineOptions { Checkpoints = options, Logging = _log });
        await actors.RunAsync(Spec, new() { Shards = 2, KnownSignals = known, ObserveFrom = known.Length }, fact =>
        {
            events.Add(fact);
            return ValueTask.CompletedTask;
        });
        return events;
    }
}
