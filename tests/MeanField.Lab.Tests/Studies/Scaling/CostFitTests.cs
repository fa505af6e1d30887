using MeanField.Lab.Studies.Scaling;

namespace MeanField.Lab.Tests.Studies.Scaling;

public class CostFitTests
{
    [Fact]
    public void Prices_that_made_the_times_are_found_again()
    {
        var fit = CostFit.Of(PricedSteps.Times());
        for (var j = 0; j < PricedSteps.Prices.Length; j++)
            Assert.Equal(1, fit.Costs[j].Seconds / PricedSteps.Prices[j], 1e-6);
        Assert.True(fit.Deviation < 1e-8);
    }

    [Fact]
    public void Prices_from_noisy_times_are_as_far_off_as_their_standard_errors_say()
    {
        var distances = new List<double>();
        for (ulong seed = 1; seed <= 40; seed++)
            distances.AddRange(CostFit.Of(PricedSteps.Times(noise: 0.01, seed)).Costs.Select((cost, j) =>
                (cost.Seconds - PricedSteps.Prices[j]) / cost.StandardError!.Value));
        // 360 squares of about normal numbers, correlated nine by nine: their mean strays by √(2 · 9/360) = 0.22 at most
        Assert.Equal(1, distances.Average(z => z * z), 4 * 0.22);
        Assert.True(distances.Average(z => z * z) > 0.4);
    }

    [Fact]
    public void What_is_left_is_the_noise_that_was_put_in()
    {
        var deviations = Enumerable.Range(1, 20).Select(seed => CostFit.Of(PricedSteps.Times(0.02, (ulong)seed)).Deviation);
        // each of about 90 degrees of freedom: a relative deviation of 1/√180 = 0.075, over 20 of them 0.017
        Assert.Equal(0.02, deviations.Average(), 0.02 * 4 * 0.017);
    }

    [Fact]
    public void A_price_that_no_time_shows_is_zero_and_has_no_error()
    {
        var local = PricedSteps.Times().Where(step => step.Setting.Processes == 1).ToList();
        var fit = CostFit.Of(local);
        var network = fit.Costs.Single(cost => cost.Cost == StepCosts.NetworkRoundTrip);
        Assert.Equal(0, network.Seconds);
        Assert.Null(network.StandardError);
        Assert.All(fit.Residuals, residual => Assert.Equal(0, residual.RelativeError, 1e-8));
    }

    [Fact]
    public void Steps_held_out_are_foretold_from_the_others()
    {
        var times = PricedSteps.Times(noise: 0.01);
        var heldOut = HeldOutSteps.Of("d = 40", times, step => step.Setting.Dimension == 40);
        Assert.Equal(times.Count / 3, heldOut.Steps.Length);
        Assert.True(heldOut.MedianError < 0.03, $"{heldOut.MedianError}");
        Assert.True(heldOut.LargestError >= heldOut.MedianError);
    }

    [Fact]
    public void A_step_held_out_has_no_say_in_what_is_foretold_of_it()
    {
        var times = PricedSteps.Times(noise: 0.01);
        var spoilt = times.Select((step, i) => i == 7 ? step with { Seconds = 10 * step.Seconds } : step).ToList();
        var foretold = HeldOutSteps.Of("one", spoilt, step => step == spoilt[7]).Steps.Single();
        Assert.Equal(-0.9, foretold.RelativeError, 0.03);
    }

    [Fact]
    public void Fewer_steps_than_prices_are_refused() =>
        Assert.Throws<ArgumentException>(() => CostFit.Of(PricedSteps.Times()[..9]));
}
