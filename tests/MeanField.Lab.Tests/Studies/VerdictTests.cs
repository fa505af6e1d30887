using MeanField.Lab.Studies;

namespace MeanField.Lab.Tests.Studies;

public class VerdictTests
{
    [Theory]
    [InlineData(0.9, 1.1, Verdict.Holds)]
    [InlineData(1.05, 1.2, Verdict.Fails)]
    [InlineData(0.2, 1.9, Verdict.Undecided)]
    public void An_exact_value_must_lie_in_an_interval_that_is_narrow_enough(double low, double high, Verdict verdict) =>
        Assert.Equal(verdict, Of(low, high, Expectation.Equal(1, resolution: 0.5)));

    [Theory]
    [InlineData(-0.55, -0.45, Verdict.Holds)]
    [InlineData(-0.65, -0.45, Verdict.Undecided)]
    [InlineData(-0.35, -0.25, Verdict.Fails)]
    public void A_value_up_to_corrections_must_hold_over_the_whole_interval(double low, double high, Verdict verdict) =>
        Assert.Equal(verdict, Of(low, high, Expectation.Near(-0.5, 0.1)));

    [Theory]
    [InlineData(1, 2, Verdict.Holds)]
    [InlineData(1, 4, Verdict.Undecided)]
    [InlineData(3.5, 4, Verdict.Fails)]
    public void A_bound_must_lie_above_the_whole_interval(double low, double high, Verdict verdict)
    {
        Assert.Equal(verdict, Of(low, high, Expectation.AtMost(3)));
        Assert.Equal(verdict, Of(-high, -low, Expectation.AtLeast(-3)));
    }

    [Fact]
    public void What_is_no_number_fails()
    {
        Assert.Equal(Verdict.Fails, Of(double.NaN, double.NaN, Expectation.Near(1, 1)));
        Assert.Equal(Verdict.Fails, Of(double.NaN, double.NaN, Expectation.Equal(1, 1)));
        Assert.Equal(Verdict.Fails, Of(double.NaN, double.NaN, Expectation.AtMost(1)));
        Assert.Equal(Verdict.Fails, Of(double.NaN, double.NaN, Expectation.AtLeast(1)));
    }

    [Fact]
    public void An_explanation_is_a_prediction_that_can_fail_in_its_turn()
    {
        var measured = Estimate.Exact(2);
        Check Of(double stated, double explained) =>
            new("q", measured, Expectation.Near(stated, 0.1), new(Expectation.Near(explained, 0.1), "why"));
        Assert.Equal(Verdict.Holds, Of(2, 5).Verdict);
        Assert.Equal(Verdict.Explained, Of(1, 2).Verdict);
        Assert.Equal(Verdict.Fails, Of(1, 3).Verdict);
    }

    [Fact]
    public void The_worst_check_of_a_claim_counts()
    {
        Check Of(double stated) => new("q", Estimate.Exact(1), Expectation.Near(stated, 0.1));
        Assert.Equal(Verdict.Fails, new Finding { Checks = [Of(1), Of(2)], Tables = [] }.Verdict);
        Assert.Equal(Verdict.Holds, new Finding { Checks = [Of(1), Of(1)], Tables = [] }.Verdict);
    }

    private static Verdict Of(double low, double high, Expectation stated) =>
        new Check("q", new((low + high) / 2, low, high), stated).Verdict;
}
