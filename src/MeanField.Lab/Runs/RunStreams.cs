using MeanField.Core.Dynamics;
using MeanField.Theory;

namespace MeanField.Lab.Runs;

/// <summary>What a run sends, each kind on its way to its own files.</summary>
internal sealed class RunStreams : IDisposable
{
    private readonly string _directory;
    private readonly RunManifest _manifest;
    private readonly ResidualFile _residuals;
    private readonly ObservationFiles _observations;
    private ParticleFile? _particles;

    public RunStreams(string directory, RunManifest manifest, RunRecord? earlier)
    {
        _directory = directory;
        _manifest = manifest;
        var shape = manifest.Shape;
        _observations = new(directory, manifest.Spec, shape.ParticleLength);
        foreach (var observation in earlier?.Observations ?? [])
            _observations.Add(observation);
        _residuals = earlier is null
            ? ResidualFile.Create(PathOf(RunFiles.Residuals), shape.SignalLength)
            : ResidualFile.Reopen(PathOf(RunFiles.Residuals), shape.SignalLength);
    }

    /// <summary>Steps whose residuals are recorded.</summary>
    public long Steps => _residuals.Steps;

    public string TrajectoryHash => _residuals.Hash;

    /// <summary>Null until the final particles are all known.</summary>
    public string? FinalStateHash { get; private set; }

    public IReadOnlyList<Observation> Observations => _observations.Observations;

    public void Record(RunEvent fact)
    {
        switch (fact)
        {
            case SignalsRecorded signals:
                _residuals.Append(signals.FirstStep, signals.Values.AsSpan());
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
        if (_residuals.Steps != completed.Steps)
            throw new InvalidOperationException($"only {_residuals.Steps} steps have residuals");
        FinalStateHash = _particles?.Finish()
            ?? throw new InvalidOperationException("the final particles were never read");
    }

    public void HoldAgainst(ReferenceSolution? reference) => _observations.Reference = reference;

    /// <summary>Makes everything recorded durable, the journal first.</summary>
    public void Commit()
    {
        _residuals.Commit();
        _observations.Write();
    }

    public void Dispose()
    {
        _particles?.Dispose();
        _residuals.Dispose();
    }

    private string PathOf(string name) => Path.Combine(_directory, name);
}
