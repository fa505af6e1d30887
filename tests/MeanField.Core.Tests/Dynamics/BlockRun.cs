using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Core.Numerics;

namespace MeanField.Core.Tests.Dynamics;

/// <summary>Steps blocks together by hand, as an engine would.</summary>
internal static class BlockRun
{
    /// <summary>The signals of the round that the blocks are about to begin.</summary>
    public static double[] Signals(IMeanFieldModel model, IReadOnlyList<IParticleBlock> blocks)
    {
        var signals = new double[model.RoundSignalLength(blocks[0].Step)];
        model.Respond(blocks[0].Step, Totals(model, blocks, []), signals);
        while (model.TriesSignals && !model.Judge(blocks[0].Step, Totals(model, blocks, signals), signals))
        {
        }
        return signals;
    }

    private static double[] Totals(IMeanFieldModel model, IReadOnlyList<IParticleBlock> blocks, double[] trial)
    {
        ExactSum[] sums = [.. Enumerable.Range(0, model.SummaryLength).Select(_ => new ExactSum())];
        foreach (var block in blocks)
            block.Summarise(sums, trial);
        return [.. sums.Select(sum => sum.Round())];
    }

    /// <summary>Makes so many steps; tells the signals of those.</summary>
    /// <param name="model">Of the blocks.</param>
    /// <param name="blocks">That hold all particles between them.</param>
    /// <param name="steps">Not beyond the end.</param>
    /// <param name="known">The signals of the whole run, for blocks that stand within a round.</param>
    public static double[] Advance(
        IMeanFieldModel model, IReadOnlyList<IParticleBlock> blocks, long steps, double[]? known = null)
    {
        var (signals, length) = (new List<double>(), model.SignalLength);
        for (var end = blocks[0].Step + steps; blocks[0].Step < end;)
        {
            var step = blocks[0].Step;
            var roundEnd = Math.Min(model.Steps, model.RoundOf(step) + model.StepsPerRound);
            var round = model.RoundOf(step) == step
                ? Signals(model, blocks)
                : known![(int)(step * length)..(int)(roundEnd * length)];
            var taken = round[..(int)Math.Min(round.Length, (end - step) * length)];
            signals.AddRange(taken);
            foreach (var block in blocks)
                block.Advance(taken);
        }
        return [.. signals];
    }

    /// <summary>Makes the steps of the round that the blocks are about to begin.</summary>
    public static double[] AdvanceRound(IMeanFieldModel model, IReadOnlyList<IParticleBlock> blocks) =>
        Advance(model, blocks, Math.Min(model.StepsPerRound, model.Steps - blocks[0].Step));

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
