using CsCheck;
using MeanField.Lab.Comparisons;

namespace MeanField.Lab.Tests.Comparisons;

public class MeasureDistanceTests
{
    private static readonly Gen<double[]> Samples = Gen.Double[-10, 10].Array[1, 30];

    [Fact]
    public void A_measure_has_no_distance_from_itself_in_any_order() => Samples.Sample(values =>
        Assert.Equal(0, MeasureDistance.Distance([.. values], [.. values.Reverse()])));

    [Fact]
    public void A_shift_is_as_far_as_it_goes() => Gen.Select(Samples, Gen.Double[-5, 5]).Sample((values, shift) =>
        Assert.Equal(Math.Abs(shift), MeasureDistance.Distance([.. values], [.. values.Select(v => v + shift)]), 1e-12));

    [Fact]
    public void Repeating_every_atom_changes_nothing() => Gen.Select(Samples, Samples, Gen.Int[2, 5]).Sample((a, b, times) =>
    {
        double[] repeated = [.. a.SelectMany(value => Enumerable.Repeat(value, times))];
        Assert.Equal(MeasureDistance.Distance([.. a], [.. b]), MeasureDistance.Distance(repeated, [.. b]), 1e-12);
    });

    [Fact]
    public void Two_atoms_against_three_are_as_far_as_their_quantiles()
    {
        // on [0, 1] the quantiles pair up as (0,1) on ⅓, (0,3) on ⅙, (6,3) on ⅙, (6,5) on ⅓
        var expected = 1.0 / 3 + 3.0 / 6 + 3.0 / 6 + 1.0 / 3;
        Assert.Equal(expected, MeasureDistance.Distance([6, 0], [5, 1, 3]), 1e-15);
    }
}
