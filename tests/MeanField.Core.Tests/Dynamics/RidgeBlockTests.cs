using MeanField.Core.Dynamics;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Dynamics;

public sealed class RidgeBlockTests
{
    public static TheoryData<string> Names => SmallSpecs.Names;

    public static TheoryData<string> ExactDoubleNames => SmallSpecs.ExactDoubleNames;

    [Theory, MemberData(nameof(ExactDoubleNames))]
    public void The_windowed_step_is_plain_SGD_up_to_rounding(string name)
    {
        var experiment = Experiment.Create(SmallSpecs.All[name]);
        var plain = new PlainSgd(experiment);
        using var block = BlockRun.Cut(experiment.Model, 1)[0];
        for (var k = 0; k < experiment.Model.Steps; k++)
        {
            AssertClose(Rows(experiment, plain), BlockRun.Particles(experiment.Model, [block]), $"{name}, step {k}");
            plain.Advance();
            BlockRun.Advance(experiment.Model, [block], 1);
        }
        AssertClose(Rows(experiment, plain), BlockRun.Particles(experiment.Model, [block]), $"{name}, end");
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_cut_into_blocks_and_every_vector_width_gives_the_same_bits(string name)
    {
        var reference = Run(SmallSpecs.All[name], 1, SimdWidth.Bits512);
        foreach (var width in Enum.GetValues<SimdWidth>())
            foreach (var parts in (int[])[1, 2, 5])
            {
                var run = Run(SmallSpecs.All[name], parts, width);
                Assert.Equal(reference.Signals, run.Signals);
                Assert.Equal(reference.Particles, run.Particles);
            }
    }

    [Theory, MemberData(nameof(Names))]
    public void Replay_from_the_signals_gives_the_same_bits_from_any_step_to_any_step(string name)
    {
        var model = Experiment.Create(SmallSpecs.All[name]).Model;
        using var live = BlockRun.Cut(model, 1)[0];
        var signals = BlockRun.Advance(model, [live], model.Steps);
        foreach (var (live1, replayed) in ((long, long)[])[(0, model.Steps), (0, 17), (3, 30), (8, 16), (11, 13), (20, 43)])
        {
            using var block = BlockRun.Cut(model, 1)[0];
            BlockRun.Advance(model, [block], live1);
            var stretch = signals.AsSpan()[((int)live1 * model.SignalLength)..((int)replayed * model.SignalLength)];
            block.Replay(stretch, threads: 1 + (int)live1 % 4);
            Assert.Equal(replayed, block.Step);
            BlockRun.Advance(model, [block], model.Steps - replayed, signals);
            Assert.Equal(BlockRun.Particles(model, [live]), BlockRun.Particles(model, [block]));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_probe_anywhere_in_a_window_leaves_the_trajectory_alone(string name)
    {
        long[] probedSteps = [0, 1, 7, 8, 12, 42];
        var experiment = Experiment.Create(SmallSpecs.All[name]);
        using var quiet = BlockRun.Cut(experiment.Model, 1)[0];
        using var probed = BlockRun.Cut(experiment.Model, 1)[0];
        double[] signals = [];
        while (probed.Step < experiment.Model.Steps)
        {
            var (k, length) = (probed.Step, experiment.Model.SignalLength);
            if (probedSteps.Contains(k))
                Observe(experiment, probed);
            if (experiment.Model.RoundOf(k) == k)
            {
                signals = BlockRun.Signals(experiment.Model, [probed]);
                BlockRun.AdvanceRound(experiment.Model, [quiet]);
            }
            if (probedSteps.Contains(k))
                Observe(experiment, probed);
            probed.Advance(signals.AsSpan((int)(k - experiment.Model.RoundOf(k)) * length, length));
        }
        Assert.Equal(BlockRun.Particles(experiment.Model, [quiet]), BlockRun.Particles(experiment.Model, [probed]));
    }

    [Fact]
    public void A_probe_answers_the_same_before_and_after_the_summary_of_its_step()
    {
        var experiment = Experiment.Create(SmallSpecs.All["noise and decay"]);
        using var block = BlockRun.Cut(experiment.Model, 1)[0];
        for (var k = 0; k < 20; k++)
        {
            var before = BlockRun.Particles(experiment.Model, [block]);
            BlockRun.Signals(experiment.Model, [block]);
            var after = BlockRun.Particles(experiment.Model, [block]);
            // at a window's start the walk under noise is wound back: equal up to rounding
            for (var i = 0; i < before.Length; i++)
                Assert.Equal(before[i], after[i], 1e-13);
            BlockRun.Advance(experiment.Model, [block], 1);
        }
    }

    [Fact]
    public void A_block_refuses_to_go_beyond_the_end()
    {
        var model = Experiment.Create(SmallSpecs.Base).Model;
        using var block = BlockRun.Cut(model, 1)[0];
        BlockRun.Advance(model, [block], model.Steps);
        Assert.Throws<InvalidOperationException>(() => block.Advance([0]));
    }

    private static void Observe(Experiment experiment, IParticleBlock block)
    {
        var plan = experiment.Plan(block.Step);
        while (plan.Next is { } request)
        {
            var totals = plan.Empty();
            block.Probe(request, totals);
            plan.Accept(totals);
        }
        Assert.True(double.IsFinite(plan.Complete().Risk));
    }

    private static (double[] Signals, double[] Particles) Run(ExperimentSpec spec, int parts, SimdWidth width)
    {
        var model = Experiment.Create(spec, width).Model;
        var blocks = BlockRun.Cut(model, parts);
        var signals = BlockRun.Advance(model, blocks, model.Steps);
        var particles = BlockRun.Particles(model, blocks);
        foreach (var block in blocks)
            block.Dispose();
        return (signals, particles);
    }

    private static double[] Rows(Experiment experiment, PlainSgd plain)
    {
        var (d, network) = (experiment.Law.Dimension, experiment.Spec.Network);
        return [.. plain.Particles.SelectMany(p => p.Where((_, c) =>
            c < d || (c == d && network.Amplitude.Trained) || (c == d + 1 && network.Bias.Trained)))];
    }

    /// <summary>43 steps of size 0.01: rounding stays some thousand times above 2^−53 of the largest numbers.</summary>
    private static void AssertClose(double[] expected, double[] actual, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= 1e-11 * Math.Max(1, Math.Abs(expected[i])),
                $"{where}: number {i} is {actual[i]:R}, plain SGD has {expected[i]:R}");
    }
}
