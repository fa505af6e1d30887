using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>The final particles, read chunk by chunk.</summary>
internal sealed class ParticleReading(IMeanFieldModel model)
{
    private readonly int _rows = Math.Max(1, Transfers.PieceValues / model.ParticleLength);
    private long _first;

    public bool IsDone => _first == model.Particles;

    public ProbeQuestion Question => new(
        new(ProbeKind.Particles, _first, Count), Sums: 0, Maxima: 0, RowValues: Count * model.ParticleLength);

    private int Count => (int)Math.Min(_rows, model.Particles - _first);

    /// <exception cref="InvalidOperationException">A particle is nobody's.</exception>
    public ParticlesRead Accept(ProbeTotals totals)
    {
        var unanswered = Array.IndexOf(totals.Filled, false);
        if (unanswered >= 0)
            throw new InvalidOperationException(
                $"No shard has answered for particle {_first + unanswered / model.ParticleLength}.");
        var read = new ParticlesRead(_first, [.. totals.Rows]);
        _first += Count;
        return read;
    }
}
