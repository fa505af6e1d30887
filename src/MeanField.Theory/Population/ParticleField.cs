using MeanField.Core.Data;

namespace MeanField.Theory.Population;

/// <summary>What moves reference particles, and what their risk is measured by.</summary>
/// <param name="Drift">Gives −∇Ψ.</param>
/// <param name="Measure">Gives R; not the samples that the particles were fitted to, unless these are the
/// law.</param>
/// <param name="Method">How the means over the data are taken.</param>
public sealed record ParticleField(IDescentField Drift, IDescentField Measure, string Method)
{
    private const int TestSamples = 4096;

    // shifts below it are those of drifts
    private const int FirstTestShift = 1 << 20;

    /// <summary>The field of a replica; a sampled one is independent of the others'.</summary>
    /// <param name="spec">The experiment.</param>
    /// <param name="samples">A power of 2: how many stand for the law where it has to be sampled.</param>
    /// <param name="replica">Which one.</param>
    public static ParticleField Of(ExperimentSpec spec, int samples, int replica)
    {
        var network = spec.Network;
        if (SampleQuadrature.Whole(spec.Data, spec.Seed) is { } whole)
        {
            var drift = new SampleDescent(network, whole);
            return new(
                drift,
                spec.Data is FileData table ? HeldOut(network, table, spec.Seed) : drift,
                $"the {whole.Count} samples of the law");
        }
        return new(
            Sampled(spec, samples, replica),
            Sampled(spec, TestSamples, FirstTestShift + replica),
            $"{samples} quasi-random samples");
    }

    /// <summary>About how many multiplications the drift of one particle takes.</summary>
    public static double OperationsPerParticle(ExperimentSpec spec, int samples) =>
        SampleQuadrature.Whole(spec.Data, spec.Seed) is { } whole
            ? SampleDescent.OperationsPerParticle(whole.Count, whole.Dimension)
            : SampleDescent.OperationsPerParticle(samples, SampleQuadrature.DimensionOf(spec.Data));

    private static SampleDescent HeldOut(NetworkSpec network, FileData table, ulong seed) =>
        new(network, SampleQuadrature.OfRows(DataLaws.Rows(table, seed).Measured));

    private static SampleDescent Sampled(ExperimentSpec spec, int count, int shift) =>
        new(spec.Network, LatticeSamples.OfShift(spec.Data, count, shift));
}
