using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Core.Specification;

namespace MeanField.Actors.Tests.Oscillators;

/// <summary>
/// Scalars drawn to a moving target through their mean: θ_i ← θ_i + s (r_0 + r_1 θ_i²) with r_j = y_kj −
/// mean θ^(j+1). Small, but its bits show whether any step, signal or particle went missing or came twice.
/// </summary>
internal sealed record OscillatorModel(long Particles, long Steps, int SummaryLength = 1) : IMeanFieldModel
{
    public const int LeafSize = 8;

    /// <summary>Within a round all steps are drawn to where the mean was at its start.</summary>
    public int StepsPerRound { get; init; } = 1;

    public int SignalLength => SummaryLength;

    public int CertificateLength => 0;

    public int BytesBesideLeaf => 0;

    /// <summary>What is to go wrong, if anything.</summary>
    public Mishap Mishap { get; init; } = Mishap.None;

    public long MishapStep { get; init; } = -1;

    public int ParticleLength => 2;

    public int Leaves => (int)((Particles + LeafSize - 1) / LeafSize);

    public int ParticlesPerLeaf => LeafSize;

    public int StepsPerWindow => 5;

    public Precision Precision => Precision.Double;

    public IParticleBlock CreateBlock(LeafRange leaves) => Mishap == Mishap.InCreateBlock
        ? throw new InvalidOperationException("no room for particles")
        : new OscillatorBlock(this, leaves);

    public ProbeTotals EmptyProbe(in ProbeRequest request) => request.Kind switch
    {
        ProbeKind.Moments => new(1, 1, 0),
        ProbeKind.Histogram => new(request.Count, 0, 0),
        _ => new(0, 0, request.Count * ParticleLength),
    };

    public void Respond(long step, ReadOnlySpan<double> totals, Span<double> signal)
    {
        if (Mishap == Mishap.InRespond && step == MishapStep)
            throw new InvalidOperationException("no response");
        for (var i = 0; i < signal.Length; i++)
        {
            var j = i % SignalLength;
            signal[i] = Target(step + i / SignalLength, j) - totals[j] / Particles;
        }
        if (Mishap == Mishap.NotANumber && step == MishapStep)
            signal[^1] = double.NaN;
    }

    public static double Start(long particle) => (particle * 2654435761L % 1009 - 504) / 512.0;

    private static double Target(long step, int j) => ((step * 7919 + 31 * j) % 257 - 128) / 256.0;
}

internal enum Mishap
{
    None,
    InCreateBlock,
    InSummarise,
    InProbe,
    InRespond,
    NotANumber,
}
