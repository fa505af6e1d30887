using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

public sealed class OverrideTests
{
    [Fact]
    public void A_value_is_taken_as_JSON_where_it_is_JSON_and_else_as_text()
    {
        var spec = SmallFile.Read(
            "training.stepSize=1e-3", "network.particles=1e5", "network.scaling=lazy", "name=\"quoted\"");

        Assert.Equal(1e-3, spec.Training.StepSize);
        Assert.Equal(100_000, spec.Network.Particles);
        Assert.Equal(Scaling.Lazy, spec.Network.Scaling);
        Assert.Equal("quoted", spec.Name);
    }

    [Fact]
    public void A_path_into_something_absent_creates_it()
    {
        var spec = SmallFile.Read("observe.histogram.bins=7", "observe.testFunctions[0].name=f",
            "observe.testFunctions[0].kind=cos", "observe.testFunctions.0.of=b");

        Assert.Equal(new HistogramSpec(HistogramQuantity.WeightNorm, 7), spec.Observe.Histogram);
        Assert.Equal([new TestFunctionSpec("f", TestFunctionKind.Cos, "b", 1)], spec.Observe.TestFunctions);
    }

    [Fact]
    public void Places_in_lists_are_given_in_brackets_or_after_a_dot()
    {
        var spec = SmallFile.Read(
            """network.activation={"kind":"piecewiseLinear","knots":[[0,1],[1,2]]}""",
            "network.activation.knots[1][0]=3",
            "network.activation.knots.0.1=4",
            "network.activation.knots[2]=[5,6]");

        Assert.Equal(new PiecewiseLinearActivation([[0, 4], [3, 2], [5, 6]]), spec.Network.Activation);
    }

    [Fact]
    public void Later_ones_win() => Assert.Equal(2UL, SmallFile.Read("seed=1", "seed=2").Seed);

    [Theory]
    [InlineData("seed", "seed: cannot be set; must be path=value, as in training.stepSize=1e-5")]
    [InlineData("=3", "cannot be set; must be path=value, as in training.stepSize=1e-5")]
    [InlineData("a..b=3", "a..b: cannot be set; must be path=value, as in training.stepSize=1e-5")]
    [InlineData("a[x]=3", "a[x]: cannot be set; must be path=value, as in training.stepSize=1e-5")]
    [InlineData("name.first=3", "name.first: cannot be set; name is \"small\" and has no place first")]
    [InlineData("network[0]=3", "network[0]: cannot be set; network is an object and has no place [0]")]
    [InlineData("training.stepSize.x=3",
        "training.stepSize.x: cannot be set; training.stepSize is 0.1 and has no place x")]
    public void A_path_that_leads_nowhere_is_a_fault_that_names_it(string set, string fault) =>
        Assert.Equal([fault], SmallFile.Faults(set));

    [Fact]
    public void A_place_beyond_the_end_of_a_list_is_a_fault() =>
        Assert.Equal(
            ["observe.times[3]: cannot be set; observe.times is a list of 2 and has no place [3]"],
            SmallFile.Faults("observe.times=[0,1]", "observe.times[3]=5"));

    [Fact]
    public void Faults_of_paths_and_of_values_are_told_together() =>
        Assert.Equal(
            [
                "seed[0]: cannot be set; must be path=value, as in training.stepSize=1e-5",
                "training.stepSize: must be a positive number, is -1",
            ],
            SmallFile.Faults("seed[0]", "training.stepSize=-1"));
}
