using System.Collections.Concurrent;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies;

namespace MeanField.Lab.Tests.Studies;

/// <summary>Every claim, at a size at which it says little but runs to its end.</summary>
public class ClaimTests
{
    private static readonly ConcurrentDictionary<string, Finding> Findings = new();

    public static TheoryData<string> Names() => new(Claims.All.Select(claim => claim.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_claim_comes_to_numbers_with_a_figure_and_a_table(string name)
    {
        var finding = Measure(name);
        Assert.NotEmpty(finding.Checks);
        Assert.All(finding.Checks, check =>
            Assert.True(double.IsFinite(check.Measured.Value), check.Quantity));
        Assert.All(finding.Figures, figure => Assert.StartsWith(name, figure.Name, StringComparison.Ordinal));
        Assert.All(finding.Tables, table => Assert.StartsWith(name, table.Name, StringComparison.Ordinal));
        Assert.NotEmpty(FigureImage.Png(finding.Figures[0]));
        Assert.All(finding.Tables, table =>
            Assert.All(table.Rows, row => Assert.Equal(table.Columns.Length, row.Length)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_check_of_a_claim_would_admit_any_number(string name) => Assert.All(
        Measure(name).Checks,
        check => Assert.Contains(
            (double[])[1e9, -1e9],
            wrong => (check with { Measured = Estimate.Exact(wrong) }).Verdict == Verdict.Fails));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_that_is_stated_is_told_from_one_half_as_large_again(string name)
    {
        var expectations = Measure(name).Checks
            .SelectMany(check => (Expectation?[])[check.Stated, check.Explanation?.Predicts])
            .Where(expectation => expectation?.Value is not null);
        Assert.All(expectations, expectation =>
        {
            var value = expectation!.Value!.Value;
            Assert.True(expectation.Admits(Estimate.Exact(value)));
            Assert.False(expectation.Admits(Estimate.Exact(value == 0 ? 0.5 : 1.5 * value)));
        });
    }

    [Fact]
    public void No_two_claims_have_one_name()
    {
        Assert.Equal(Claims.All.Length, Claims.All.Select(claim => claim.Name).Distinct().Count());
        Assert.All(Claims.All, claim => Assert.Matches("^[a-z0-9-]+$", claim.Name));
    }

    [Fact]
    public void A_claim_finds_the_same_numbers_on_one_core_and_on_two()
    {
        var claim = Claims.Find("linear-lms")!;
        Check[] On(int cores) => [.. claim.Measure(new(Effort.Tiny, cores)).Checks];
        Assert.Equal(On(1), On(2));
    }

    private static Finding Measure(string name) =>
        Findings.GetOrAdd(name, key => Claims.Find(key)!.Measure(new StudyScope(Effort.Tiny, Cores: 2)));
}
