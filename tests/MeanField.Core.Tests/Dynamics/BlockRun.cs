using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Core.Numerics;

namespace MeanField.Core.Tests.Dynamics;

/// <summary>Steps blocks together by hand, as an engine would.</summary>
internal static class BlockRun
{
    /// <summary>The signal of the blocks' current step.</summary>
    public static double[] Signal(IMeanFieldModel model, IReadOnlyList<IParticleBlock> blocks)
    {
        ExactSum[] sums = [.. Enumerable.Range(0, model.SummaryLength).Select(_ => new ExactSum())];
        foreach (var block in blocks)
            block.Summarise(sums);
        var signal = new double[sums.Length];
        model.Respond(blocks[0].Step, [.. sums.Select(sum => sum.Round())], signal);
        return signal;
    }

    public static double[] Advance(IMeanFieldModel model, IReadOnlyList<IParticleBlock> blocks, long steps)
    {
        var signals = new List<double>();
        for (long k = 0; k < steps; k++)
        {
            var signal = Signal(model, blocks);
            signals.AddRange(signal);
            foreach (var block in blocks)
                block.Advance(signal);
        }
        return [.. signals];
    }

    public static double[] Particles(IMeanFieldModel model, IReadOnlyList<IParticleBlock> blocks)
    {
        var totals = new ProbeTotals(0, 0, (int)model.Particles * model.ParticleLength);
        foreach (var block in blocks)
            block.Probe(new(ProbeKind.Particles, 0, (int)model.Particles), totals);
        Assert.DoesNotContain(false, totals.Filled);
        return totals.Rows;
    }

    public static IParticleBlock[] Cut(IMeanFieldModel model, int parts) =>
        [.. Enumerable.Range(0, parts).Select(i => model.CreateBlock(LeafRange.Part(model.Leaves, i, parts)))];
}
