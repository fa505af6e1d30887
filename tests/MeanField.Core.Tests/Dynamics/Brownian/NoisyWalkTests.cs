using MeanField.Core.Dynamics;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Dynamics.Brownian;

/// <summary>
/// The noise of real blocks, seen from outside: where gradients are 0, particles are walks of known law.
/// </summary>
public class NoisyWalkTests
{
    private const int Dimension = 3;
    private const int Steps = 12;

    public static TheoryData<Precision, int, double> Walks => new()
    {
        { Precision.Double, 1, 0 },
        { Precision.Double, 2, 4 },
        { Precision.Single, 1, 4 },
    };

    /// <summary>
    /// 12 steps are a whole window and half of one, 3 numbers each: the increments of all are independent
    /// standard normals. A mean square is 1 ± √(2/N), a mean product 0 ± 1/√N; of 700 such numbers none
    /// should leave 5.5 σ (P &lt; 3·10⁻⁵), and the seed is fixed.
    /// </summary>
    [Theory, MemberData(nameof(Walks))]
    public void Increments_seen_at_every_step_are_independent_normals(Precision precision, int batch, double decay)
    {
        const int particles = 4096;
        var experiment = Experiment.Create(Walk(particles, precision, batch, decay));
        var increments = Increments(experiment);
        for (var a = 0; a < increments.Count; a++)
            for (var b = 0; b <= a; b++)
            {
                var mean = increments[a].Zip(increments[b], (p, q) => p * q).Average();
                var (expected, deviation) = a == b ? (1.0, Math.Sqrt(2.0 / particles)) : (0, 1 / Math.Sqrt(particles));
                Assert.True(
                    Math.Abs(mean - expected) < 5.5 * deviation, $"increments {a} and {b} have the mean product {mean}");
            }
        Assert.All(increments, values => Assert.InRange(values.Average() * Math.Sqrt(particles), -5.5, 5.5));
    }

    /// <summary>
    /// A sum of N products of numbers below 10 in single precision is right to some N · 10⁻⁵ at worst.
    /// </summary>
    [Theory, MemberData(nameof(Walks))]
    public void Samples_saw_the_noise_that_a_probe_shows_later(Precision precision, int batch, double decay)
    {
        const int particles = 64;
        var experiment = Experiment.Create(Walk(particles, precision, batch, decay));
        using var block = BlockRun.Cut(experiment.Model, 1)[0];
        for (var k = 0; k < Steps; k++)
        {
            var signal = BlockRun.Signals(experiment.Model, [block]);
            var rows = BlockRun.Particles(experiment.Model, [block]);
            for (var n = 0; n < batch; n++)
            {
                var x = new double[Dimension];
                var y = experiment.Law.Draw(Purpose.Sample, k, n, x);
                var seen = rows.Select((w, i) => w * x[i % Dimension]).Sum() / particles;
                Assert.Equal(y - signal[n], seen, precision == Precision.Double ? 1e-11 : 1e-4);
            }
            block.Advance(signal);
        }
    }

    /// <summary>
    /// Squares of a noise of 10⁻²⁰ are 0 in single precision. Within a window they were divided by each other once,
    /// and a run that was observed there told of particles that are no numbers.
    /// </summary>
    [Theory]
    [InlineData(Precision.Single, 1e-12)]
    [InlineData(Precision.Single, 1e-30)]
    [InlineData(Precision.Single, 1e-60)]
    [InlineData(Precision.Single, 1e-95)]
    [InlineData(Precision.Double, 1e-95)]
    [InlineData(Precision.Double, 1e-290)]
    [InlineData(Precision.Double, 1e-320)]
    public void Noise_too_small_to_be_squared_leaves_particles_where_they_are(Precision precision, double rate)
    {
        var spec = Walk(64, precision, 2, 4);
        spec = spec with { Training = spec.Training with { Schedule = new ConstantSchedule(rate) } };
        var experiment = Experiment.Create(spec);
        using var block = BlockRun.Cut(experiment.Model, 1)[0];
        var start = BlockRun.Particles(experiment.Model, [block]);
        for (var k = 0; k < Steps; k++)
        {
            BlockRun.Advance(experiment.Model, [block], 1);
            // 12 normals of √(4 · 0.01 · 10⁻¹² / 2) are below 10⁻⁵, as are the roundings of single numbers near 1
            Assert.All(
                BlockRun.Particles(experiment.Model, [block]).Zip(start),
                pair => Assert.Equal(pair.Second, pair.First, 1e-5));
        }
    }

    private static List<double[]> Increments(Experiment experiment)
    {
        var training = experiment.Spec.Training;
        using var block = BlockRun.Cut(experiment.Model, 1)[0];
        var before = BlockRun.Particles(experiment.Model, [block]);
        var increments = new List<double[]>();
        for (var k = 0; k < Steps; k++)
        {
            BlockRun.Advance(experiment.Model, [block], 1);
            var after = BlockRun.Particles(experiment.Model, [block]);
            var (decay, scale) = PlainNoise.Coefficients(training, experiment.Schedule.StepSize(k));
            for (var c = 0; c < Dimension; c++)
                increments.Add([.. Coordinate(c).Select(i => (after[i] - decay * before[i]) / scale)]);
            before = after;
        }
        return increments;

        IEnumerable<int> Coordinate(int c) =>
            Enumerable.Range(0, before.Length / Dimension).Select(i => i * Dimension + c);
    }

    private static ExperimentSpec Walk(int particles, Precision precision, int batch, double decay) => SmallSpecs.Base with
    {
        Network = SmallSpecs.Base.Network with { Particles = particles, Activation = new LinearActivation() },
        Data = new LinearTeacherData(Dimension, null, 0.1),
        Training = SmallSpecs.Base.Training with
        {
            Horizon = Steps * 0.01,
            Batch = batch,
            GradientFactor = 0,
            WeightDecay = decay,
            InverseTemperature = 2,
            Schedule = new PowerSchedule(0.5, 0.05),
        },
        Compute = new() { Leaf = 64, Precision = precision },
    };
}
