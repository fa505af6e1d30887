using MeanField.Core.Measures;
using MeanField.Core.Specification;

namespace MeanField.Core.Dynamics;

/// <summary>
/// A system of particles that meet only through the mean: each step an additive summary of the particles goes
/// up, and a signal made from its total comes down and moves every particle. Engines know no more than this.
/// </summary>
public interface IMeanFieldModel
{
    /// <summary>N.</summary>
    long Particles { get; }

    /// <summary>D, numbers per particle as they are read out (trained parameters).</summary>
    int ParticleLength { get; }

    int Leaves { get; }

    /// <summary>Particles of a leaf; the last one may have fewer.</summary>
    int ParticlesPerLeaf { get; }

    /// <summary>Of the numbers that make up a particle's state.</summary>
    Precision Precision { get; }

    /// <summary>The number of steps of a whole run.</summary>
    long Steps { get; }

    /// <summary>
    /// Steps from one rest of the particles to the next, counted from the start: what replay does best at
    /// once.
    /// </summary>
    int StepsPerWindow { get; }

    /// <summary>
    /// Steps whose signals one summary gives: a round. Rounds begin at its multiples; the last may be shorter.
    /// </summary>
    int StepsPerRound { get; }

    /// <summary>Numbers in the summary of a round.</summary>
    int SummaryLength { get; }

    /// <summary>Numbers in the signal of one step.</summary>
    int SignalLength { get; }

    /// <summary>
    /// So many at the end of a step's signal move nothing: they tell how good those of the round before were.
    /// </summary>
    int CertificateLength { get; }

    /// <summary>Bytes that a leaf at rest keeps beside its particles.</summary>
    int BytesBesideLeaf { get; }

    /// <summary>The particles of these leaves, at step 0.</summary>
    IParticleBlock CreateBlock(LeafRange leaves);

    /// <summary>An empty answer to a probe of this model's particles.</summary>
    ProbeTotals EmptyProbe(in ProbeRequest request);

    /// <summary>The signals of a round's steps from the total of its summary over all particles; pure.</summary>
    /// <param name="step">At which the round begins.</param>
    /// <param name="totals">Of the summary.</param>
    /// <param name="signal">Of all its steps, concatenated.</param>
    void Respond(long step, ReadOnlySpan<double> totals, Span<double> signal);

    /// <summary>Whether signals are on trial first: particles tell what would come of them.</summary>
    bool TriesSignals => false;

    /// <summary>
    /// Judges signals by the summary that particles have given of them, and mends them where they are not good
    /// enough; pure.
    /// </summary>
    /// <param name="step">At which the round begins.</param>
    /// <param name="totals">Of the summary.</param>
    /// <param name="signal">On trial; mended where it does not stand.</param>
    /// <returns>Whether it stands.</returns>
    bool Judge(long step, ReadOnlySpan<double> totals, Span<double> signal) => true;
}
