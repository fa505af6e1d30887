using MeanField.Core.Randomness;
using MeanField.Lab.Studies;
using MeanField.Lab.Studies.Statistics;

namespace MeanField.Lab.Tests.Studies;

public class StatisticsTests
{
    private static readonly double[] Sizes = [100, 200, 400, 800];

    [Fact]
    public void The_exponent_of_a_power_law_is_found() =>
        Assert.Equal(-0.5, PowerLaw.Exponent(Sizes, [.. Sizes.Select(n => 3 / Math.Sqrt(n))]), 1e-12);

    [Fact]
    public void The_interval_of_an_exponent_holds_the_true_one_and_not_a_wrong_one()
    {
        var samples = Sizes.Select(n => Normal(200, (ulong)n, 3 / Math.Sqrt(n))).ToArray();
        var exponent = PowerLaw.Exponent(Sizes, samples, PowerLaw.Deviation);
        Assert.True(Expectation.Equal(-0.5, 0.2).Admits(exponent));
        Assert.False(Expectation.Equal(-1, 0.2).Admits(exponent));
    }

    [Fact]
    public void A_bootstrap_interval_of_a_mean_is_about_that_of_Student()
    {
        var sample = Normal(400, 7, 1);
        var (bootstrap, student) = (Bootstrap.Of(sample, draws => draws.Average()), Estimate.OfMean(sample));
        // 4,000 resamples leave some eight beyond each end of a 99.9 % interval… of their own error about a tenth
        Assert.Equal(student.Low, bootstrap.Low, 0.2 * student.HalfWidth);
        Assert.Equal(student.High, bootstrap.High, 0.2 * student.HalfWidth);
    }

    [Fact]
    public void A_bootstrap_gives_the_same_interval_again() =>
        Assert.Equal(
            Bootstrap.Of(Normal(20, 3, 1), draws => draws.Max()), Bootstrap.Of(Normal(20, 3, 1), draws => draws.Max()));

    private static double[] Normal(int count, ulong seed, double scale)
    {
        var draws = new double[count];
        Normals.Fill(seed, Purpose.TestSample, 0, 0, draws);
        return [.. draws.Select(draw => scale * draw)];
    }
}
