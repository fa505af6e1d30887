using MeanField.Core.Data;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Data;

/// <summary>Moments of every law, each within 5 standard deviations of its estimate.</summary>
public class DataLawTests
{
    private const int Draws = 20_000;

    [Theory]
    [InlineData(7, 7)]
    [InlineData(6, 2)]
    public void Two_gaussians_differ_in_variance_on_the_signal_and_nowhere_else(int dimension, int signal)
    {
        var law = Law(signal == dimension
            ? new IsotropicGaussiansData(dimension, 0.8)
            : new AnisotropicGaussiansData(dimension, 0.8, signal));
        var positive = Sample(law).Where(sample => sample.Y == 1).ToArray();
        var negative = Sample(law).Where(sample => sample.Y == -1).ToArray();

        Assert.Equal(Draws, positive.Length + negative.Length);
        Near(0, positive.Length - negative.Length, Math.Sqrt(Draws));
        for (var k = 0; k < dimension; k++)
        {
            Gaussian(positive, k, k < signal ? 1.8 : 1);
            Gaussian(negative, k, k < signal ? 0.2 : 1);
        }
    }

    [Fact]
    public void A_linear_teacher_adds_independent_noise_of_its_size()
    {
        double[] teacher = [0.5, -2, 1];
        var samples = Sample(Law(new LinearTeacherData(3, [.. teacher], 0.3)));

        var errors = samples.Select(sample => sample.Y - Dot(teacher, sample.X)).ToArray();
        Near(0, errors.Average(), 0.3 / Math.Sqrt(Draws));
        Near(0.09, errors.Average(error => error * error), 0.09 * Math.Sqrt(2.0 / Draws));
        for (var k = 0; k < 3; k++)
        {
            Gaussian(samples, k, 1);
            var covariance = samples.Zip(errors, (sample, error) => sample.X[k] * error).Average();
            Near(0, covariance, 0.3 / Math.Sqrt(Draws));
        }
    }

    [Fact]
    public void A_linear_teacher_unnamed_is_the_first_unit_vector()
    {
        foreach (var (x, y) in Sample(Law(new LinearTeacherData(3, null, 0)), 10))
            Assert.Equal(x[0], y);
    }

    [Theory]
    [InlineData(false, 1.5)]
    [InlineData(true, 0)]
    public void A_quadratic_teacher_has_its_trace_as_mean_unless_centered(bool centered, double mean)
    {
        var samples = Sample(Law(new QuadraticTeacherData([1, 2, -1.5], centered)));

        // Var xᵀBx = 2 tr B² = 2 · 7.25
        Near(mean, samples.Average(sample => sample.Y), Math.Sqrt(14.5 / Draws));
        foreach (var (x, y) in samples.Take(10))
            Assert.Equal(x[0] * x[0] + 2 * x[1] * x[1] - 1.5 * x[2] * x[2] + mean - 1.5, y, 12);
    }

    [Fact]
    public void A_neural_teacher_sums_its_neurons()
    {
        var data = new NeuralTeacherData(
            2, new ReluActivation(), [[1, 1], [0, -2]], [3, 0.5], 0, InputLaw.Gaussian);
        var samples = Sample(Law(data));

        Gaussian(samples, 1, 1);
        foreach (var (x, y) in samples.Take(10))
            Assert.Equal(3 * Math.Max(0, x[0] + x[1]) + 0.5 * Math.Max(0, -2 * x[1]), y, 12);
    }

    [Fact]
    public void A_teacher_on_the_sphere_sees_inputs_of_length_root_d()
    {
        var data = new NeuralTeacherData(
            5, new LinearActivation(), [[1, 0, 0, 0, 0]], [1], 0, InputLaw.Sphere);
        var samples = Sample(Law(data));

        foreach (var (x, _) in samples)
            Assert.Equal(5, Dot(x, x), 12);
        // E x₁² = 1, E x₁⁴ = 3d/(d+2): Var x₁² = 8/7 at d = 5
        Near(1, samples.Average(sample => sample.Y * sample.Y), Math.Sqrt(8.0 / 7 / Draws));
    }

    [Fact]
    public void A_hypercube_law_draws_signs_and_evaluates_its_monomials()
    {
        var samples = Sample(Law(new HypercubeData(70, [[0], [1, 69], []], [2, -1, 0.25])));

        foreach (var (x, y) in samples.Take(100))
        {
            Assert.All(x, value => Assert.Equal(1, Math.Abs(value)));
            Assert.Equal(2 * x[0] - x[1] * x[69] + 0.25, y);
        }
        for (var k = 0; k < 70; k++)
            Near(0, samples.Average(sample => sample.X[k]), 1 / Math.Sqrt(Draws));
    }

    [Fact]
    public void A_small_hypercube_is_its_own_test_set()
    {
        var set = Law(new HypercubeData(12, [[0], [0, 1], [3, 4, 11]], [1, 2, -3])).FixedTestSet!;

        Assert.True(set.Whole);
        Assert.Equal(4096, set.Count);
        Assert.Equal(4096, Enumerable.Range(0, 4096).Select(m => Key(set.Inputs, m)).Distinct().Count());
        // monomials are orthonormal: E y = 0 and E y² = Σ c²
        Assert.Equal(0, set.Targets.Sum());
        Assert.Equal(14, set.Targets.Average(y => y * y));
        Assert.Null(Law(new HypercubeData(13, [[0]], [1])).FixedTestSet);
    }

    [Fact]
    public void A_constant_law_is_one_sample()
    {
        var law = Law(new ConstantData([1, -2], 0.5));

        var (x, y) = Sample(law, 1)[0];
        Assert.Equal([1, -2], x);
        Assert.Equal(0.5, y);
        Assert.Equal([1, -2], law.FixedTestSet!.Inputs);
        Assert.True(law.FixedTestSet.Whole);
    }

    [Theory]
    [MemberData(nameof(AllLaws))]
    public void A_draw_depends_on_its_key_alone(DataSpec data)
    {
        var (law, again) = (Law(data), Law(data));
        var x = new double[law.Dimension];
        var forwards = new (double, double)[50];
        for (var item = 0; item < 50; item++)
            forwards[item] = (law.Draw(Purpose.Sample, 9, item, x), x.Sum());
        for (var item = 49; item >= 0; item--)
            Assert.Equal(forwards[item], (again.Draw(Purpose.Sample, 9, item, x), x.Sum()));
    }

    [Theory]
    [MemberData(nameof(AllLaws))]
    public void A_draw_allocates_nothing(DataSpec data)
    {
        var law = Law(data);
        var x = new double[law.Dimension];
        law.Draw(Purpose.Sample, 0, 0, x);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < 100; step++)
            law.Draw(Purpose.Sample, step, 0, x);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(Purpose.TestSample, 3, 0)]
    [InlineData(Purpose.Sample, 4, 0)]
    [InlineData(Purpose.Sample, 3, 1)]
    public void Purposes_steps_and_items_have_draws_of_their_own(Purpose purpose, long step, int item)
    {
        var law = Law(new LinearTeacherData(4, null, 1));
        double[] one = new double[4], other = new double[4];

        var y = law.Draw(Purpose.Sample, 3, 0, one);
        Assert.NotEqual(y, law.Draw(purpose, step, item, other));
        Assert.Empty(one.Intersect(other));
    }

    public static TheoryData<DataSpec> AllLaws() => new(
        new IsotropicGaussiansData(40, 0.8),
        new AnisotropicGaussiansData(5, 0.3, 2),
        new LinearTeacherData(5, null, 0.1),
        new QuadraticTeacherData([1, 2], true),
        new NeuralTeacherData(3, new TanhActivation(), [[1, 2, 3]], [1], 0.2, InputLaw.Sphere),
        new HypercubeData(100, [[0, 99]], [1]),
        new ConstantData([1, 2], 3));

    private static IDataLaw Law(DataSpec data) => DataLaws.Create(data, seed: 11);

    private static (double[] X, double Y)[] Sample(IDataLaw law, int draws = Draws) =>
    [
        .. Enumerable.Range(0, draws).Select(step =>
        {
            var x = new double[law.Dimension];
            var y = law.Draw(Purpose.Sample, step, 0, x);
            return (x, y);
        }),
    ];

    private static void Gaussian((double[] X, double Y)[] samples, int k, double deviation)
    {
        var n = samples.Length;
        var (mean, square) = (samples.Average(s => s.X[k]), samples.Average(s => s.X[k] * s.X[k]));
        Near(0, mean, deviation / Math.Sqrt(n));
        Near(deviation * deviation, square, deviation * deviation * Math.Sqrt(2.0 / n));
    }

    private static void Near(double expected, double actual, double standardDeviation) =>
        Assert.InRange(actual, expected - 5 * standardDeviation, expected + 5 * standardDeviation);

    private static double Dot(double[] a, double[] b) => a.Zip(b, (left, right) => left * right).Sum();

    private static string Key(double[] inputs, int m) => string.Join(' ', inputs.Skip(12 * m).Take(12));
}
