using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>A chunk of the final particles, read for one listener.</summary>
internal sealed class ParticleReading(IMeanFieldModel model, int listener, long first)
{
    /// <summary>Read in one round, which costs the same whatever it brings; they travel one by one.</summary>
    private const int Pieces = 8;

    public int Listener => listener;

    public ProbeQuestion Question => new(
        new(ProbeKind.Particles, first, Count), Sums: 0, Maxima: 0, RowValues: Count * model.ParticleLength);

    private int Count => (int)Math.Min(
        Math.Max(1, Pieces * Transfers.PieceValues / model.ParticleLength), model.Particles - first);

    /// <exception cref="InvalidOperationException">A particle is nobody's.</exception>
    public ParticlesRead Accept(ProbeTotals totals)
    {
        var unanswered = Array.IndexOf(totals.Filled, false);
        if (unanswered >= 0)
            throw new InvalidOperationException(
                $"No shard has answered for particle {first + unanswered / model.ParticleLength}.");
        return new(first, [.. totals.Rows]);
    }
}
