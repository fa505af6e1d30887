using MeanField.Core.Dynamics;
using MeanField.Theory;

namespace MeanField.Lab.Runs;

/// <summary>What a run sends, each kind on its way to its own files.</summary>
internal sealed class RunStreams : IDisposable
{
    private readonly string _directory;
    private readonly RunManifest _manifest;
    private readonly SignalFiles _signals;
    private readonly ObservationFiles _observations;
    private ParticleFile? _particles;

    public RunStreams(string directory, RunManifest manifest, RunRecord? earlier)
    {
        _directory = directory;
        _manifest = manifest;
        _observations = new(directory, manifest.Spec, manifest.Shape.ParticleLength);
        foreach (var observation in earlier?.Observations ?? [])
            _observations.Add(observation);
        _signals = new(directory, manifest, anew: earlier is null);
    }

    /// <summary>Steps whose residuals are recorded.</summary>
    public long Steps => _signals.Steps;

    public string TrajectoryHash => _signals.Hash;

    /// <summary>Null where no residual is foretold.</summary>
    public ResidualCertificate? Certificate => _signals.Certificate;

    /// <summary>Null until the final particles are all known.</summary>
    public string? FinalStateHash { get; private set; }

    public IReadOnlyList<Observation> Observations => _observations.Observations;

    public void Record(RunEvent fact)
    {
        switch (fact)
        {
            case SignalsRecorded signals:
                _signals.Append(signals.FirstStep, signals.Values.AsSpan());
                break;
            case MeasureObserved measure:
                _observations.Add(measure.Observation);
                break;
            case ParticlesRead particles:
                _particles ??= new(
                    PathOf(RunFiles.Particles), _manifest.Shape, _manifest.Spec.Compute.Precision);
                _particles.Append(particles.First, particles.Values.AsSpan());
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fact), fact, "an unknown fact");
        }
    }

    /// <summary>Checks that nothing is missing, and makes the particles a file of the directory.</summary>
    public void Complete(RunCompleted completed)
    {
        if (_signals.Steps != completed.Steps)
            throw new InvalidOperationException($"only {_signals.Steps} steps have residuals");
        FinalStateHash = _particles?.Finish()
            ?? throw new InvalidOperationException("the final particles were never read");
    }

    public void HoldAgainst(ReferenceSolution? reference) => _observations.Reference = reference;

    /// <summary>Makes everything recorded durable, the journal first.</summary>
    public void Commit()
    {
        _signals.Commit();
        _observations.Write();
    }

    public void Dispose()
    {
        _particles?.Dispose();
        _signals.Dispose();
    }

    private string PathOf(string name) => Path.Combine(_directory, name);
}
