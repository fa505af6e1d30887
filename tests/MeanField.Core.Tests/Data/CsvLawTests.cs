using MeanField.Core.Data;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Data;

public sealed class CsvLawTests : TableLawTests
{
    [Fact]
    public void Columns_are_found_by_name_and_the_target_is_none_of_the_features()
    {
        const string Text = "b,y,a\n1,10,4\n2,20,5\n3,30,6\n";
        var law = Csv(Text, data => data with { Holdout = 0 });
        var named = Csv(Text, data => data with { Holdout = 0, Features = ["a"] });

        Assert.Equal(2, law.Dimension);
        Assert.Equal([(1, 4, 10), (2, 5, 20), (3, 6, 30)], Rows(law).Order());
        Assert.Equal([4, 5, 6], named.FixedTestSet!.Inputs.Order());
    }

    [Fact]
    public void Held_out_rows_are_never_drawn_and_all_others_are()
    {
        var law = Csv(Numbered(40), data => data with { Holdout = 0.25 });
        var x = new double[1];

        var steps = Enumerable.Range(0, 2000);
        var drawn = steps.Select(step => law.Draw(Purpose.Sample, step, 0, x)).ToHashSet();
        var held = law.FixedTestSet!.Targets;
        Assert.False(law.FixedTestSet.Whole);
        Assert.Equal(10, held.Length);
        // a row is missed by 2000 draws with probability (29/30)^2000 < 10⁻²⁹
        Assert.Equal(Enumerable.Range(0, 40).Select(i => (double)i).Except(held).Order(), drawn.Order());
    }

    [Fact]
    public void The_split_depends_on_the_seed_alone()
    {
        Assert.Equal(HeldOut(seed: 5), HeldOut(seed: 5));
        Assert.NotEqual(HeldOut(seed: 5), HeldOut(seed: 6));
    }

    [Fact]
    public void Standardized_training_rows_have_mean_zero_and_variance_one()
    {
        var law = Csv(Numbered(40), data => data with { Holdout = 0.25, Standardize = true });
        var x = new double[1];
        var training = new Dictionary<double, double>();
        for (var step = 0; step < 2000; step++)
        {
            var y = law.Draw(Purpose.Sample, step, 0, x);
            training[y] = x[0];
        }

        Assert.Equal(0, training.Values.Average(), 12);
        Assert.Equal(1, training.Values.Average(value => value * value), 12);
        var shift = training.Keys.Average();
        var scale = Math.Sqrt(training.Keys.Average(y => (y - shift) * (y - shift)));
        Assert.Equal(
            law.FixedTestSet!.Targets.Select(y => (y - shift) / scale), law.FixedTestSet.Inputs, Close);
    }

    [Theory]
    [InlineData("", "data.path: is empty; a header row and rows of numbers are needed")]
    [InlineData("a,y\n", "data.path: has no rows under its header")]
    [InlineData("a,a,y\n1,2,3\n", "data.path: names the column 'a' 2 times")]
    [InlineData("a,y\n1,2\n1,2,3\n", "data.path: has 3 cells in row 2; the header names 2 columns")]
    [InlineData("a,z\n1,2\n3,4\n", "data.target: is 'y', which is not a column of the table; it has a, z")]
    [InlineData("a,y\n1,2\n3,x\n", "data.target: has 'x' in row 2, column 'y'; FINITE")]
    [InlineData("a,y\n1,2\n,4\n", "data.features[0]: has '' in row 2, column 'a'; FINITE")]
    [InlineData("b,a,y\n0,NaN,2\n", "data.features[1]: has 'NaN' in row 1, column 'a'; FINITE")]
    [InlineData("a,y\n1,2\n3,1e999\n", "data.target: has '1e999' in row 2, column 'y'; FINITE")]
    [InlineData("y\n1\n2\n", "data.features: leaves no column to regress on")]
    [InlineData("a,y\n1,2\n3,4\n", "data.holdout: is 0.2 and holds out 0 of 2 rows; both parts need one")]
    public void A_table_that_cannot_be_used_says_where(string text, string message) =>
        Assert.Equal(message.Replace("FINITE", "a finite number is needed"), Refusal(() => Csv(text)));

    [Fact]
    public void A_constant_feature_cannot_be_standardized()
    {
        var text = "a,b,y\n" + string.Concat(Enumerable.Range(0, 10).Select(i => $"{i},7,{i}\n"));

        Assert.Equal(
            "data.features[1]: is 'b', which is 7 in every training row: it has no variance",
            Refusal(() => Csv(text, data => data with { Standardize = true })));
    }

    [Fact]
    public void Missing_columns_are_named_all_at_once()
    {
        var error = Assert.Throws<SpecificationException>(
            () => Csv("a,y\n1,2\n", data => data with { Features = ["a", "p", "q"], Target = "z" }));

        string[] paths = ["data.target", "data.features[1]", "data.features[2]"];
        Assert.Equal(paths, error.Faults.Select(fault => fault.Path));
    }

    [Fact]
    public void A_missing_file_is_a_fault_of_the_path()
    {
        var error = Assert.Throws<SpecificationException>(
            () => DataLaws.Create(new FileData(FileNamed("none.csv"), "y", null, false, 0), 1));

        Assert.Equal("data.path", Assert.Single(error.Faults).Path);
    }

    [Fact]
    public void A_file_that_changed_since_the_specification_was_resolved_is_refused()
    {
        var error = Refusal(() => Csv("a,y\n1,2\n", data => data with { Sha256 = new string('0', 64) }));

        Assert.StartsWith("data.path: has changed: its SHA-256 is ", error);
    }

    private double[] HeldOut(ulong seed) => Csv(Numbered(40), null, seed).FixedTestSet!.Targets;

    private static string Numbered(int rows) =>
        "a,y\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i},{i}\n"));

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-12;
}
