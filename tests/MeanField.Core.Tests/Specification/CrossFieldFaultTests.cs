namespace MeanField.Core.Tests.Specification;

/// <summary>Faults that lie between fields.</summary>
public sealed class CrossFieldFaultTests
{
    [Theory]
    [InlineData("""{"kind":"piecewiseLinear","knots":[[0,1]]}""",
        "network.activation.knots: must be a list of pairs [t, value], at least 2, t ascending, has 1")]
    [InlineData("""{"kind":"piecewiseLinear","knots":[[0,1],[0,2]]}""",
        "network.activation.knots[1]: must have t above the knot before (0), has 0")]
    [InlineData("""{"kind":"piecewiseLinear","knots":[[0,1],[1,2,3]]}""",
        "network.activation.knots[1]: must be a pair of numbers [t, value], has 3")]
    [InlineData("""{"kind":"piecewiseLinear","knots":[[0,1],[1,"x"]]}""",
        "network.activation.knots[1][1]: must be a number, is \"x\"")]
    [InlineData("""{"kind":"polynomial","coefficients":[]}""",
        "network.activation.coefficients: must be a list of numbers, at least 1, has 0")]
    public void Activations(string activation, string fault) =>
        Assert.Equal([fault], SmallFile.Faults($"network.activation={activation}"));

    [Theory]
    [InlineData("""weights.initial={"kind":"fixed","value":[1,2,3]}""",
        "network.weights.initial.value: must have 2 entries (data.dimension), has 3")]
    [InlineData("""weights.initial={"kind":"rows","values":[[1,2],[3,4]]}""",
        "network.weights.initial.values: must have 3 entries (one per particle of network.particles), has 2")]
    [InlineData("""weights.initial={"kind":"rows","values":[[1,2],[3],[5,6]]}""",
        "network.weights.initial.values[1]: must have 2 entries (data.dimension), has 1")]
    [InlineData("""amplitude.initial={"kind":"values","values":[1]}""",
        "network.amplitude.initial.values: must have 3 entries (one per particle of network.particles), "
        + "has 1")]
    [InlineData("""bias.initial={"kind":"values","values":[1,2,3,4]}""",
        "network.bias.initial.values: must have 3 entries (one per particle of network.particles), has 4")]
    [InlineData("""bias.initial={"kind":"uniform","low":1,"high":0}""",
        "network.bias.initial.high: must be at least low (1), is 0")]
    public void Starts(string set, string fault) => Assert.Equal([fault], SmallFile.Faults($"network.{set}"));

    [Theory]
    [InlineData("""{"kind":"anisotropicGaussians","dimension":2,"separation":0.5,"signalDimension":3}""",
        "data.signalDimension: must be at most data.dimension (2), is 3")]
    [InlineData("""{"kind":"linearTeacher","dimension":2,"teacher":[1]}""",
        "data.teacher: must have 2 entries (data.dimension), has 1")]
    [InlineData("""{"kind":"linearTeacher","dimension":2,"teacher":"zero"}""",
        "data.teacher: must be \"unit\" or a list of numbers, is \"zero\"")]
    [InlineData("""{"kind":"linearTeacher","dimension":2,"noise":-1}""",
        "data.noise: must be a number of 0 or more, is -1")]
    [InlineData("""{"kind":"quadraticTeacher","diagonal":[]}""",
        "data.diagonal: must be a list of 1 to 65536 numbers, has 0")]
    [InlineData("""
        {"kind":"neuralTeacher","dimension":2,"activation":"relu","weights":[[1,0],[1]],"amplitudes":[1,1]}
        """,
        "data.weights[1]: must have 2 entries (data.dimension), has 1")]
    [InlineData("""
        {"kind":"neuralTeacher","dimension":2,"activation":"relu","weights":[[1,0],[0,1]],"amplitudes":[1]}
        """,
        "data.amplitudes: must have 2 entries (data.weights), has 1")]
    [InlineData("""{"kind":"hypercube","dimension":2,"monomials":[[0],[1,2]],"coefficients":[1,1]}""",
        "data.monomials[1][1]: must be below data.dimension (2), is 2")]
    [InlineData("""{"kind":"hypercube","dimension":2,"monomials":[[0,0]],"coefficients":[1]}""",
        "data.monomials[0][1]: must differ from those before it, is 0 again")]
    [InlineData("""{"kind":"hypercube","dimension":2,"monomials":[[0],[1]],"coefficients":[1]}""",
        "data.coefficients: must have 2 entries (data.monomials), has 1")]
    [InlineData("""{"kind":"file","path":"x.csv","target":"y","holdout":1}""",
        "data.holdout: must be a number above 0 and below 1, is 1")]
    [InlineData("""{"kind":"file","path":"x.csv","target":"y","features":["a","y"]}""",
        "data.features[1]: must differ from the target, is \"y\"")]
    [InlineData("""{"kind":"file","path":"x.csv","target":"y","features":["a","a"]}""",
        "data.features[1]: must differ from those before it, is \"a\" again")]
    [InlineData("""{"kind":"file","path":"x.csv","target":"y","sha256":"ABC"}""",
        "data.sha256: must be 64 lower-case hexadecimal digits, is \"ABC\"")]
    public void Laws(string data, string fault) => Assert.Equal([fault], SmallFile.Faults($"data={data}"));

    [Theory]
    [InlineData("horizon=1e16",
        "training.horizon: must be at most 2^53 steps of 0.1, is 1E+17 steps")]
    [InlineData("weightDecay=5",
        "training.weightDecay: must keep 2 · weightDecay · stepSize · ξ(t) below 1 at all "
        + "times, makes it 1")]
    [InlineData("""schedule={"kind":"power","exponent":-1}""",
        "training.schedule.offset: must be positive where the exponent is negative, is 0")]
    [InlineData("""schedule={"kind":"piecewise","knots":[[0,1],[1,-1]]}""",
        "training.schedule.knots[1][1]: must be a number of 0 or more, is -1")]
    [InlineData("""schedule={"kind":"piecewise","knots":[[1,1],[0,1]]}""",
        "training.schedule.knots[1]: must have t above the knot before (1), has 0")]
    public void Training(string set, string fault) =>
        Assert.Equal([fault], SmallFile.Faults($"training.{set}"));

    [Fact]
    public void Weight_decay_is_judged_by_the_largest_rate_of_the_run()
    {
        const string peak = """training.schedule={"kind":"piecewise","knots":[[0,1],[0.5,6],[1,1]]}""";
        const string fault =
            "training.weightDecay: must keep 2 · weightDecay · stepSize · ξ(t) below 1 at all times, "
            + "makes it 1.5";

        Assert.Equal([fault], SmallFile.Faults("training.weightDecay=1", "training.stepSize=0.125", peak));
    }

    [Theory]
    [InlineData("times=[0,0.5,0.5]", "observe.times[2]: must be above the time before (0.5), is 0.5")]
    [InlineData("times=[0,2]", "observe.times[1]: must be at most training.horizon (1), is 2")]
    [InlineData("every=1e-6", "observe.every: must give at most 100000 times up to training.horizon")]
    [InlineData("track=4", "observe.track: must be at most network.particles (3), is 4")]
    [InlineData("""histogram={"of":"amplitude"}""", "observe.histogram.of: must be a quantity that varies; "
        + "network.amplitude is not trained and 1 for every particle")]
    [InlineData("""histogram={"of":"bias"}""", "observe.histogram.of: must be a quantity that varies; "
        + "network.bias is not trained and 0 for every particle")]
    [InlineData("""testFunctions=[{"name":"f","kind":"tanh","of":"w3"}]""",
        "observe.testFunctions[0].of: must be a weight up to w2 (data.dimension), is w3")]
    [InlineData("""testFunctions=[{"name":"f","kind":"tanh","of":"norm"}]""",
        "observe.testFunctions[0].of: must be weightNorm, a, b, w1, w2, …, is \"norm\"")]
    [InlineData("""testFunctions=[{"name":"Risk","kind":"tanh","of":"a"}]""",
        "observe.testFunctions[0].name: must not be a column of the trajectory's own, is \"Risk\"")]
    [InlineData("""testFunctions=[{"name":"f","kind":"tanh","of":"a"},{"name":"f","kind":"sin","of":"a"}]""",
        "observe.testFunctions[1].name: must differ from those before it, is \"f\" again")]
    public void Observation(string set, string fault) =>
        Assert.Equal([fault], SmallFile.Faults($"observe.{set}"));

    [Fact]
    public void Times_and_every_exclude_each_other() =>
        Assert.Equal(
            ["observe.every: must be absent or null where times are given"],
            SmallFile.Faults("observe.times=[0,1]", "observe.every=0.5"));

    [Fact]
    public void Rows_are_counted_and_measured_at_once() =>
        Assert.Equal(
            [
                "network.weights.initial.values[1]: must have 2 entries (data.dimension), has 1",
                "network.weights.initial.values: must have 3 entries (one per particle of network.particles), "
                    + "has 2",
            ],
            SmallFile.Faults("network.weights.initial={\"kind\":\"rows\",\"values\":[[1,2],[3]]}"));

    [Fact]
    public void A_condition_on_a_field_that_is_itself_at_fault_is_not_judged() =>
        Assert.Equal(
            ["data.dimension: must be a whole number between 1 and 65536, is -1"],
            SmallFile.Faults(
                "data.dimension=-1", """network.weights.initial={"kind":"fixed","value":[1,2,3]}"""));

    [Fact]
    public void A_round_looks_no_more_samples_ahead_than_can_be_summed() =>
        Assert.Equal(
            ["communication.window: must keep window · training.batch at most 128, makes it 192"],
            SmallFile.Faults("""communication={"strategy":"lookAhead","window":64}""", "training.batch=3"));
}
