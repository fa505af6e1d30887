using MeanField.Core.Measures;
using MeanField.Core.Numerics;

namespace MeanField.Core.Dynamics;

/// <summary>
/// The particles of a range of leaves, moving in step. Its state is a function of the model and of the signals it
/// was given: not of the range, the thread or the history of calls. Not thread-safe.
/// </summary>
public interface IParticleBlock : IDisposable
{
    LeafRange Leaves { get; }

    /// <summary>The step that the particles stand before: θ^k.</summary>
    long Step { get; }

    /// <summary>
    /// Adds this block's summary for the round that begins at <see cref="Step"/>; may be asked again.
    /// </summary>
    /// <param name="sums">One for each number of the summary.</param>
    /// <param name="trial">Signals of the round: the summary is to tell what would come of them.</param>
    void Summarise(ReadOnlySpan<ExactSum> sums, ReadOnlySpan<double> trial = default);

    /// <summary>
    /// Moves every particle by the signals of <see cref="Step"/> and, where they are more, of the steps after it.
    /// </summary>
    void Advance(ReadOnlySpan<double> signals);

    /// <summary>Applies many steps' signals (concatenated), leaf by leaf in cache: the same bits as step by step.</summary>
    /// <param name="signals">Of whole steps.</param>
    /// <param name="threads">How many may share the leaves.</param>
    void Replay(ReadOnlySpan<double> signals, int threads = 1);

    /// <summary>Measures θ^k without moving it; adds to <paramref name="totals"/>.</summary>
    void Probe(in ProbeRequest request, ProbeTotals totals);

    /// <summary>
    /// Whether θ^k, as <see cref="Save"/> writes it, is the whole state: between two windows, before the summary.
    /// </summary>
    bool IsAtRest { get; }

    /// <summary>
    /// Writes leaves at rest, one after another: particles, D numbers each in the model's precision, then what the
    /// leaf keeps beside them; little-endian.
    /// </summary>
    /// <param name="leaves">Some of the block's leaves.</param>
    /// <param name="destination">As long as <see cref="RestingParticles.Bytes"/> says.</param>
    void Save(LeafRange leaves, Span<byte> destination);

    /// <summary>
    /// Takes particles that rested at a step, while the block is new; until that step replay passes these leaves over.
    /// </summary>
    /// <remarks>The block then stands where the leaf stands that is furthest behind.</remarks>
    void Restore(LeafRange leaves, long step, ReadOnlySpan<byte> source);
}
