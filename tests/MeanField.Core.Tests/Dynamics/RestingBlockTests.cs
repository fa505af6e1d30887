using CsCheck;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using MeanField.Core.Tests.Specification;

namespace MeanField.Core.Tests.Dynamics;

public sealed class RestingBlockTests
{
    private const int Drawn = 60;

    public static TheoryData<string> Names => SmallSpecs.Names;

    [Theory, MemberData(nameof(Names))]
    public void A_restored_block_goes_on_with_the_same_bits_whatever_the_vector_width(string name)
    {
        var spec = SmallSpecs.All[name];
        AssertGoesOn(spec, saving: SimdWidth.Bits512, restoring: SimdWidth.Bits128, parts: 3);
        AssertGoesOn(spec, saving: SimdWidth.Bits128, restoring: SimdWidth.Bits256, parts: 3);
        AssertGoesOn(spec, saving: SimdWidth.Bits256, restoring: SimdWidth.Bits512, parts: 3);
    }

    /// <summary>A failure prints the seed that repeats it.</summary>
    [Fact]
    public void A_restored_block_of_any_specification_goes_on_with_the_same_bits() =>
        Gen.Select(SpecificationGen.Runnable, Gen.Int[1, 4]).Sample(
            (spec, parts) => AssertGoesOn(spec, SimdWidths.Widest, SimdWidths.Widest, parts), iter: Drawn);

    [Theory, MemberData(nameof(Names))]
    public void Leaves_that_rested_at_different_steps_come_together_by_replay(string name)
    {
        var model = Experiment.Create(SmallSpecs.All[name]).Model;
        using var live = BlockRun.Cut(model, 1)[0];
        using var restored = BlockRun.Cut(model, 1)[0];
        var signals = new List<double>();
        var leaf = 0;
        while (live.Step < 40)
        {
            // leaf 0 stays as the seed made it
            if (live is { IsAtRest: true, Step: > 0 } && leaf + 1 < model.Leaves)
                Copy(model, live, restored, new LeafRange(++leaf, 1));
            signals.AddRange(BlockRun.AdvanceRound(model, [live]));
        }
        Assert.Equal(0, restored.Step);
        foreach (var pieces in (int[])[11, 14, 15])
        {
            restored.Replay(signals.Slice(0, pieces * model.SignalLength).ToArray());
            signals.RemoveRange(0, pieces * model.SignalLength);
        }
        Assert.Equal(BlockRun.Signals(model, [live]), BlockRun.Signals(model, [restored]));
        Assert.Equal(BlockRun.Particles(model, [live]), BlockRun.Particles(model, [restored]));
    }

    [Fact]
    public void What_is_saved_is_what_is_read_out()
    {
        var model = Experiment.Create(SmallSpecs.All["all trained"]).Model;
        using var block = BlockRun.Cut(model, 1)[0];
        BlockRun.Advance(model, [block], 16);
        var saved = new byte[model.Bytes(block.Leaves)];
        block.Save(block.Leaves, saved);
        Assert.Equal(
            BlockRun.Particles(model, [block]),
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(saved).ToArray());
    }

    [Fact]
    public void Particles_that_move_are_neither_saved_nor_restored_nor_summarised_in_part()
    {
        var model = Experiment.Create(SmallSpecs.Base).Model;
        using var block = BlockRun.Cut(model, 1)[0];
        var bytes = new byte[model.Bytes(block.Leaves)];
        BlockRun.Advance(model, [block], 8);
        Assert.True(block.IsAtRest);
        block.Save(block.Leaves, bytes);
        Assert.Throws<InvalidOperationException>(() => block.Restore(block.Leaves, 8, bytes));
        BlockRun.Advance(model, [block], 1);
        Assert.False(block.IsAtRest);
        Assert.Throws<InvalidOperationException>(() => block.Save(block.Leaves, bytes));

        using var partly = BlockRun.Cut(model, 1)[0];
        Assert.Throws<ArgumentOutOfRangeException>(() => partly.Restore(partly.Leaves, 9, bytes));
        partly.Restore(new(0, 1), 8, bytes);
        Assert.False(partly.IsAtRest);
        Assert.Throws<InvalidOperationException>(() => BlockRun.Signals(model, [partly]));
    }

    /// <summary>
    /// Saves every block of a run wherever it rests, and lets the restored blocks run to the same end.
    /// </summary>
    private static void AssertGoesOn(ExperimentSpec spec, SimdWidth saving, SimdWidth restoring, int parts)
    {
        var (model, other) = (Experiment.Create(spec, saving).Model, Experiment.Create(spec, restoring).Model);
        var live = BlockRun.Cut(model, 1)[0];
        var copies = new List<(long Step, IParticleBlock[] Blocks)>();
        var signals = new List<double>();
        while (true)
        {
            if (live is { IsAtRest: true, Step: > 0 })
                copies.Add((live.Step, Restored(other, live, parts)));
            if (live.Step == model.Steps)
                break;
            signals.AddRange(BlockRun.AdvanceRound(model, [live]));
        }
        var expected = BlockRun.Particles(model, [live]);
        foreach (var (step, blocks) in copies)
        {
            var rest = BlockRun.Advance(other, blocks, model.Steps - step);
            Assert.Equal(signals.Skip((int)step * model.SignalLength), rest);
            Assert.Equal(expected, BlockRun.Particles(other, blocks));
            foreach (var block in blocks)
                block.Dispose();
        }
        live.Dispose();
    }

    private static IParticleBlock[] Restored(IMeanFieldModel model, IParticleBlock live, int parts)
    {
        var blocks = BlockRun.Cut(model, parts);
        foreach (var block in blocks.Where(block => block.Leaves.Count > 0))
            Copy(model, live, block, block.Leaves);
        return [.. blocks.Where(block => block.Leaves.Count > 0)];
    }

    private static void Copy(IMeanFieldModel model, IParticleBlock from, IParticleBlock to, LeafRange leaves)
    {
        var bytes = new byte[model.Bytes(leaves)];
        from.Save(leaves, bytes);
        to.Restore(leaves, from.Step, bytes);
        Assert.True(to.Step <= from.Step);
    }
}
