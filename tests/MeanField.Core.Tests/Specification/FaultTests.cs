using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

/// <summary>Every fault in a single field, word for word.</summary>
public sealed class FaultTests
{
    private const string Kinds =
        "isotropicGaussians, anisotropicGaussians, linearTeacher, quadraticTeacher, neuralTeacher, "
        + "hypercube, "
        + "constant, file";

    [Theory]
    [InlineData("name=\"\"", "name: must be a name of letters, digits, spaces and . _ -, is \"\"")]
    [InlineData("name=a/b", "name: must be a name of letters, digits, spaces and . _ -, is \"a/b\"")]
    [InlineData("seed=-1", "seed: must be a whole number between 0 and 18446744073709551615, is -1")]
    [InlineData("seed=null", "seed: must be a whole number between 0 and 18446744073709551615, is null")]
    [InlineData("network=5", "network: must be an object, is 5")]
    [InlineData("network.particles=0",
        "network.particles: must be a whole number between 1 and 4294967295, is 0")]
    [InlineData("network.particles=4294967296",
        "network.particles: must be a whole number between 1 and 4294967295, is 4294967296")]
    [InlineData("network.particles=1.5",
        "network.particles: must be a whole number between 1 and 4294967295, is 1.5")]
    [InlineData("network.particles=many",
        "network.particles: must be a whole number between 1 and 4294967295, is \"many\"")]
    [InlineData("network.outputScale=0", "network.outputScale: must be a positive number, is 0")]
    [InlineData("network.scaling=Lazy",
        "network.scaling: must be one of meanField, lazy, linearized, is \"Lazy\"; the nearest is \"lazy\"")]
    [InlineData("network.amplitude.trained=yes",
        "network.amplitude.trained: must be true or false, is \"yes\"")]
    [InlineData("network.weights.initial.scale=-1",
        "network.weights.initial.scale: must be a number of 0 or more, is -1")]
    [InlineData("compute.precision=[]", "compute.precision: must be one of double, single, is a list")]
    [InlineData("compute.window=65", "compute.window: must be a whole number between 1 and 64, is 65")]
    [InlineData("compute.leaf=100", "compute.leaf: must be a multiple of 32 between 32 and 4096, is 100")]
    [InlineData("compute.leaf=8192", "compute.leaf: must be a multiple of 32 between 32 and 4096, is 8192")]
    [InlineData("communication.strategy=quick",
        "communication.strategy: must be one of exact, lookAhead, is \"quick\"; the nearest is \"exact\"")]
    [InlineData("communication.strategy=lookAhead",
        "communication.window: is missing; must be a whole number between 1 and 128")]
    [InlineData("communication.window=16",
        "communication.strategy: is missing; must be one of exact, lookAhead")]
    [InlineData("data.dimension=0", "data.dimension: must be a whole number between 1 and 65536, is 0")]
    [InlineData("data.dimension=65537",
        "data.dimension: must be a whole number between 1 and 65536, is 65537")]
    [InlineData("data.separation=1", "data.separation: must be a number from 0 to below 1, is 1")]
    [InlineData("data.separation=-0.1", "data.separation: must be a number from 0 to below 1, is -0.1")]
    [InlineData("training.stepSize=0", "training.stepSize: must be a positive number, is 0")]
    [InlineData("training.stepSize=NaN", "training.stepSize: must be a positive number, is \"NaN\"")]
    [InlineData("training.stepSize=1e999", "training.stepSize: must be a positive number, is 1e999")]
    [InlineData("training.horizon=-1", "training.horizon: must be a number of 0 or more, is -1")]
    [InlineData("training.batch=0", "training.batch: must be a whole number between 1 and 1024, is 0")]
    [InlineData("training.batch=1025", "training.batch: must be a whole number between 1 and 1024, is 1025")]
    [InlineData("training.rates.bias=-1", "training.rates.bias: must be a number of 0 or more, is -1")]
    [InlineData("training.gradientFactor=-2",
        "training.gradientFactor: must be a number of 0 or more, is -2")]
    [InlineData("training.weightDecay=-1", "training.weightDecay: must be a number of 0 or more, is -1")]
    [InlineData("training.inverseTemperature=0",
        "training.inverseTemperature: must be a positive number, is 0")]
    [InlineData("training.noise=printed",
        "training.noise: must be one of pdeConsistent, asPrinted, is \"printed\"; "
        + "the nearest is \"asPrinted\"")]
    [InlineData("observe.every=0", "observe.every: must be a positive number, is 0")]
    [InlineData("observe.testSamples=1",
        "observe.testSamples: must be a whole number between 2 and 100000000, is 1")]
    [InlineData("observe.track=-1", "observe.track: must be a whole number between 0 and 2147483647, is -1")]
    [InlineData("observe.histogram={\"bins\":0}",
        "observe.histogram.bins: must be a whole number between 1 and 10000, is 0")]
    [InlineData("observe.histogram={\"bins\":10001}",
        "observe.histogram.bins: must be a whole number between 1 and 10000, is 10001")]
    [InlineData("observe.times=5", "observe.times: must be an ascending list of at most 100000 times, is 5")]
    [InlineData("observe.times=[0, true]", "observe.times[1]: must be a number of 0 or more, is true")]
    [InlineData("observe.times=[0, {}]", "observe.times[1]: must be a number of 0 or more, is an object")]
    public void A_value_out_of_range_or_of_another_type_is_refused(string set, string fault) =>
        Assert.Equal([fault], SmallFile.Faults(set));

    [Theory]
    [InlineData("training.stepsize=1",
        "training.stepsize: is unknown; the nearest known name is \"stepSize\" (known: "
        + "stepSize, schedule, horizon, batch, rates, gradientFactor, weightDecay, inverseTemperature, "
        + "noise)")]
    [InlineData("netwrok={}", "netwrok: is unknown; the nearest known name is \"network\" (known: "
        + "name, seed, network, data, training, observe, compute, communication)")]
    [InlineData("network.weights.initial.std=1",
        "network.weights.initial.std: is unknown; the nearest known name is \"kind\" (known: kind, scale)")]
    [InlineData("network.activation.slope=1",
        "network.activation.slope: is unknown; the nearest known name is \"kind\" (known: kind)")]
    public void An_unknown_key_is_refused_with_the_nearest_known_name(string set, string fault) =>
        Assert.Equal([fault], SmallFile.Faults(set));

    [Theory]
    [InlineData("data.kind=isotropic",
        $"data.kind: must be one of {Kinds}, is \"isotropic\"; the nearest is \"isotropicGaussians\"")]
    [InlineData("data.kind=3", $"data.kind: must be one of {Kinds}, is 3")]
    [InlineData("data={\"dimension\":3}", $"data.kind: is missing; must be one of {Kinds}")]
    [InlineData("data=[1]",
        $"data: must be a law of the data: an object with a \"kind\" ({Kinds}), is a list")]
    [InlineData("network.activation=Relu",
        "network.activation.kind: must be one of piecewiseLinear, relu, tanh, erf, "
        + "sigmoid, softplus, linear, quadratic, sine, polynomial, is \"Relu\"; the nearest is \"relu\"")]
    [InlineData("network.amplitude.initial.kind=normal",
        "network.amplitude.initial.kind: must be one of constant, "
        + "gaussian, uniform, values, is \"normal\"; the nearest is \"uniform\"")]
    [InlineData("training.schedule.kind=constnat",
        "training.schedule.kind: must be one of constant, power, piecewise, is \"constnat\"; the nearest "
        + "is \"constant\"")]
    public void A_wrong_kind_is_refused_with_the_kinds_there_are(string set, string fault) =>
        Assert.Equal([fault], SmallFile.Faults(set));

    [Fact]
    public void What_is_missing_is_named_with_what_is_needed() =>
        Assert.Equal(
            [
                "name: is missing; must be a name of letters, digits, spaces and . _ -",
                "network: is missing; must be an object",
                "data: is missing; must be a law of the data",
                "training: is missing; must be an object",
            ],
            SmallFile.FaultsOf("{}"));

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var faults = SmallFile.Faults(
            "network.particles=-3",
            "data.separation=2",
            "training.stepSize=oops",
            "training.hroizon=1",
            "compute.leaf=33",
            "observe.track=-1",
            "network.activation.kind=cubic");

        Assert.Equal(
            [
                "network.particles", "network.activation.kind", "data.separation", "training.hroizon",
                "training.stepSize", "observe.track", "compute.leaf",
            ],
            faults.Select(fault => fault.Split(':')[0]));
    }

    [Fact]
    public void The_exception_says_every_fault_on_a_line_of_its_own()
    {
        var error = Assert.Throws<SpecificationException>(
            () => SpecificationJson.Parse("""{ "name": 1, "seed": "x" }""", null, null));

        var lines = error.Message.Split(Environment.NewLine);
        Assert.Equal(error.Faults.Select(fault => fault.ToString()), lines);
    }
}
