using CsCheck;
using MeanField.Core.Data;
using MeanField.Core.Dynamics;
using MeanField.Core.Dynamics.Brownian;
using MeanField.Core.Particles;

namespace MeanField.Core.Tests.Dynamics.Brownian;

/// <summary>
/// Exact covariance algebra: what d + s normals make has the covariance of the plain walk's s d.
/// </summary>
public unsafe class NoiseBridgeTests
{
    private const int Dimension = 5;

    private static readonly Gen<(int Batch, double[] Decays, double[] Scales, double[][] Inputs)> AnyWindow =
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 8]).SelectMany((batch, steps) => Gen.Select(
            Gen.Const(batch), Gen.Double[0.5, 1].Array[steps], Gen.Double[0.1, 2].Array[steps],
            Gen.Double[-2, 2].Array[Dimension].Array[steps * batch]));

    [Fact]
    public void What_samples_see_and_where_the_walk_ends_have_the_joint_law_of_the_plain_walk() =>
        AnyWindow.Sample((batch, decays, scales, inputs) =>
        {
            var plain = new PlainWindow(decays, scales, inputs, batch);
            var bridge = Open(batch, decays, scales, inputs);
            Near(plain.Covariance(plain.Steps, plain.Steps), bridge.End * bridge.End);
            for (var l = 0; l < inputs.Length; l++)
            {
                // Cov(⟨ω_n, x_l⟩, ω_S) = Cov(ω_n, ω_S) x_l
                Near(plain.Covariance(l / batch, plain.Steps), bridge.Share(l / batch) * bridge.End);
                for (var m = 0; m <= l; m++)
                {
                    var gram = Product(inputs, l, m);
                    var shared = bridge.Share(l / batch) * bridge.Share(m / batch) * gram;
                    var made = shared + Inner(bridge, l, m);
                    var room = Degeneracy(bridge, inputs, batch, m, l);
                    Near(plain.Covariance(l / batch, m / batch) * gram, made, room);
                }
            }
        });

    [Fact]
    public void The_path_within_a_window_is_the_bridge_between_its_ends() =>
        AnyWindow.Sample((batch, decays, scales, inputs) =>
        {
            var plain = new PlainWindow(decays, scales, inputs, batch);
            var bridge = Open(batch, decays, scales, inputs);
            for (var n = 0; n < plain.Steps; n++)
            {
                // ω_n as Rewind finds it from the end: the share of h is 1/E_n of what is there, less what is to come
                Near(bridge.Share(n), (bridge.End - bridge.ToCome(n)) / bridge.Left(n));
                for (var m = 0; m < plain.Steps; m++)
                    Near(plain.Bridge(n, m), bridge.Covariance(n, m));
            }
        });

    [Fact]
    public void A_window_of_equal_samples_and_steps_without_noise_needs_no_division_by_zero()
    {
        double[][] inputs = [.. Enumerable.Repeat((double[])[1, 0, 0, 0, 0], 8)];
        var bridge = Open(2, [1, 1, 1, 1], [0, 1, 0, 1], inputs);
        var plain = new PlainWindow([1, 1, 1, 1], [0, 1, 0, 1], inputs, 2);
        Assert.All(bridge.Factor, entry => Assert.True(double.IsFinite(entry)));
        for (var l = 0; l < 8; l++)
        {
            var variance = Enumerable.Range(0, l + 1).Sum(j => Math.Pow(Factor(bridge, l, j), 2));
            Near(plain.Bridge(l / 2, l / 2), variance);
        }
        Assert.Equal(0, Open(1, [1, 1], [0, 0], inputs[..2]).Share(1));
    }

    /// <summary>
    /// What samples that nearly depend on each other cost. One that tells next to nothing new has no normal of its own:
    /// the variance that it lacks, as far as rounding lets it be known, bounds what a covariance misses (Cauchy, Schwarz). One that
    /// tells little more has a pivot, a difference of large numbers, of a relative rounding error |row|²/pivot².
    /// </summary>
    private static double Degeneracy(NoiseBridge bridge, double[][] inputs, int batch, int sample, int later)
    {
        if (Factor(bridge, sample, sample) != 0)
            return Rounding(later);
        var lacking = Math.Max(Variance(sample) - Inner(bridge, sample, sample), 0) + Rounding(sample);
        return Math.Sqrt((lacking + 1e-14 * Variance(sample)) * Variance(later)) + Rounding(later);

        double Variance(int l) => bridge.Covariance(l / batch, l / batch) * Product(inputs, l, l);

        double Rounding(int l) => inputs.Length * Math.Pow(2, -52) * Enumerable.Range(0, sample + 1)
            .Where(j => Factor(bridge, j, j) != 0)
            .Sum(j => Variance(j) / Math.Pow(Factor(bridge, j, j), 2)
                * Math.Abs(Factor(bridge, sample, j) * Factor(bridge, l, j)));
    }

    private static double Inner(NoiseBridge bridge, int l, int m) =>
        Enumerable.Range(0, m + 1).Sum(j => Factor(bridge, l, j) * Factor(bridge, m, j));

    private static double Product(double[][] inputs, int l, int m) =>
        inputs[l].Zip(inputs[m], (a, b) => a * b).Sum();

    private static double Factor(NoiseBridge bridge, int l, int j) => bridge.Factor[l * bridge.Stride + j];

    private static NoiseBridge Open(int batch, double[] decays, double[] scales, double[][] inputs)
    {
        var spec = SmallSpecs.Base with
        {
            Training = SmallSpecs.Base.Training with { Batch = batch, InverseTemperature = 1 },
            Compute = new() { Leaf = 64, Window = inputs.Length },
        };
        var layout = new ParticleLayout(spec.Network, spec.Compute, Dimension);
        var plan = new WindowPlan(
            spec, DataLaws.Create(spec.Data, spec.Seed), layout, new StepSchedule(spec.Training));
        var bridge = new NoiseBridge(plan);
        var gram = inputs.SelectMany(a => inputs.Select(b => a.Zip(b, (p, q) => p * q).Sum())).ToArray();
        fixed (double* products = gram)
            bridge.Open(decays, scales, products, 0);
        return bridge;
    }

    /// <summary>
    /// Variances here are at most 8·4 and |x|² at most 20: rounding of sums stays far below.
    /// </summary>
    private static void Near(double expected, double actual, double more = 0) => Assert.True(
        Math.Abs(expected - actual) <= 1e-9 + more, $"{actual:R} is not {expected:R}");
}
