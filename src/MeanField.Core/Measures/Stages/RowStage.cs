namespace MeanField.Core.Measures.Stages;

/// <summary>Reads the first particles' rows, in probes of bounded size.</summary>
internal abstract class RowStage(int particles, int particleLength) : IObservationStage
{
    /// <summary>Numbers per probe: 64 kB stay below the frame of a message.</summary>
    public const int Chunk = 8192;

    private readonly double[] _rows = new double[particles * particleLength];
    private int _known;

    public ProbeRequest? Next => _known == particles
        ? null
        : new ProbeRequest(
            ProbeKind.Particles, _known, Math.Min(Math.Max(1, Chunk / particleLength), particles - _known));

    protected int ParticleLength => particleLength;

    /// <summary>Particle-major.</summary>
    protected ReadOnlySpan<double> Rows => _rows;

    public void Accept(ProbeTotals totals)
    {
        totals.Rows.CopyTo(_rows, _known * particleLength);
        _known += totals.Rows.Length / particleLength;
    }

    public abstract Observation Describe(Observation observation);
}
