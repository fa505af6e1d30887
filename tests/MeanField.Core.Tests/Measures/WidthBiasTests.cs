using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Measures;

/// <summary>
/// The main example at its start: R(ρ₀) = 1.70443, and E R_N − R(ρ₀) = c/N with
/// c = ∫U(θ,θ)ρ₀ − ∫∫U ρ₀ρ₀ = 7.4119, from the radial reduction (theory, §2).
/// </summary>
public class WidthBiasTests
{
    private const double LimitRisk = 1.70443;
    private const double BiasConstant = 7.4119;

    [Fact]
    public void The_mean_exact_risk_over_starts_is_the_limit_and_the_bias_of_the_width()
    {
        const int Width = 200;
        var risks = Enumerable.Range(1, 120).Select(seed => ExactRisk(Width, (ulong)seed)).ToArray();

        var mean = risks.Average();
        var error = Math.Sqrt(risks.Average(risk => (risk - mean) * (risk - mean)) / (risks.Length - 1));
        Assert.InRange(mean - (LimitRisk + BiasConstant / Width), -4 * error, 4 * error);
        // the bias itself is resolved: without it the mean would be far off
        Assert.True(BiasConstant / Width > 8 * error);
    }

    [Fact]
    public void The_spread_of_single_neurons_is_the_bias_constant()
    {
        // mean_i R_1(θ_i) − R_N = E(mean f_i² − (mean f_i)²): linear terms cancel; its mean is c (1 − 1/N)
        const int Width = 800;
        var network = new PlainNetwork(Specs.MainExample(1));
        var single = Enumerable.Range(0, Width).Select(i => Single(network, i)).ToArray();

        var mean = single.Average();
        var error = Math.Sqrt(single.Average(risk => (risk - mean) * (risk - mean)) / Width);
        var constant = (mean - network.Observe().Column("exactRisk")) * Width / (Width - 1);
        Assert.InRange(constant - BiasConstant, -4 * error, 4 * error);
        Assert.True(error < 0.05 * BiasConstant);
    }

    private static double ExactRisk(int width, ulong seed)
    {
        var spec = Specs.MainExample(seed).Changed(network => network with { Particles = width });
        return new PlainNetwork(spec).Observe().Column("exactRisk");
    }

    private static double Single(PlainNetwork network, int particle)
    {
        double[] weights = network.Rows[(42 * particle)..(42 * particle + 40)];
        var spec = Specs.MainExample(1).Changed(n => n with
        {
            Particles = 1,
            Weights = new() { Initial = new FixedWeights([.. weights]) },
        });
        return new PlainNetwork(spec).Observe().Column("exactRisk");
    }
}
