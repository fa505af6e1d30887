using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Dynamics;

/// <summary>Small experiments that between them use every branch of the step.</summary>
internal static class SmallSpecs
{
    public static readonly ExperimentSpec Base = new()
    {
        Name = "small",
        Seed = 7,
        Network = new()
        {
            Particles = 300,
            Activation = new TanhActivation(),
            Weights = new() { Initial = new GaussianWeights(1) },
        },
        Data = new LinearTeacherData(5, null, 0.1),
        Training = new() { StepSize = 0.01, Horizon = 0.43 },
        Observe = new() { TestSamples = 50 },
        Compute = new() { Leaf = 64 },
    };

    private static readonly ScalarParameterSpec Trained =
        new() { Trained = true, Initial = new GaussianScalar(1) };

    private static readonly ScalarParameterSpec Frozen =
        new() { Trained = false, Initial = new UniformScalar(-0.5, 1) };

    public static readonly IReadOnlyDictionary<string, ExperimentSpec> All = Build();

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>In double precision, with a round for every step.</summary>
    public static TheoryData<string> ExactDoubleNames =>
        [.. All.Where(pair => pair.Value is
            { Compute.Precision: Precision.Double, Communication: ExactCommunication }).Select(pair => pair.Key)];

    private static Dictionary<string, ExperimentSpec> Build()
    {
        var specs = new Dictionary<string, ExperimentSpec> { ["tanh"] = Base };
        ActivationSpec[] activations =
        [
            new ReluActivation(), new ErfActivation(), new SigmoidActivation(0.5), new SoftplusActivation(),
            new LinearActivation(), new QuadraticActivation(), new SineActivation(),
            new PolynomialActivation([0.5, -1, 0, 0.125]),
            new PiecewiseLinearActivation([[-0.5, 0.5], [0.25, -1], [1.5, 2]]),
        ];
        foreach (var activation in activations)
            specs[activation.GetType().Name] = WithNetwork(Base, n => n with { Activation = activation });
        AddNetworks(specs);
        AddTrainings(specs);
        AddComputes(specs);
        AddLookAheads(specs);
        return specs;
    }

    private static void AddNetworks(Dictionary<string, ExperimentSpec> specs)
    {
        specs["amplitude trained"] = WithNetwork(Base, n => n with { Amplitude = Trained });
        specs["bias trained"] = WithNetwork(Base, n => n with { Bias = Trained });
        specs["all trained"] = WithNetwork(Base, n => n with { Amplitude = Trained, Bias = Trained });
        specs["frozen amplitude and bias"] = WithNetwork(Base, n => n with { Amplitude = Frozen, Bias = Frozen });
        specs["lazy"] = WithNetwork(Base, n => n with { Amplitude = Trained, Scaling = Scaling.Lazy, OutputScale = 0.5 });
        specs["linearized"] = WithNetwork(Base, n => n with { Scaling = Scaling.Linearized });
        specs["linearized, all trained"] = WithNetwork(
            Base, n => n with { Scaling = Scaling.Linearized, Amplitude = Trained, Bias = Trained });
        specs["linearized, frozen bias"] = WithNetwork(
            Base, n => n with { Scaling = Scaling.Linearized, Amplitude = Frozen, Bias = Frozen });
        specs["one particle"] = WithNetwork(Base, n => n with { Particles = 1 });
    }

    private static void AddTrainings(Dictionary<string, ExperimentSpec> specs)
    {
        var trained = specs["all trained"];
        specs["decay"] = WithTraining(trained, t => t with { WeightDecay = 0.5 });
        specs["noise"] = WithTraining(trained, t => t with { InverseTemperature = 20 });
        specs["noise and decay"] = WithTraining(
            trained, t => t with { InverseTemperature = 20, WeightDecay = 0.5, Noise = NoiseConvention.AsPrinted });
        specs["noise without bias"] = WithTraining(Base, t => t with { InverseTemperature = 20, WeightDecay = 0.1 });
        specs["batch"] = WithTraining(trained, t => t with { Batch = 3, WeightDecay = 0.5 });
        specs["noisy batch"] = WithTraining(trained, t => t with { Batch = 2, InverseTemperature = 10 });
        specs["batch beyond the window"] = WithTraining(Base, t => t with { Batch = 11 });
        specs["rates and schedule"] = WithTraining(trained, t => t with
        {
            Rates = new() { Weights = 0.5, Amplitude = 2, Bias = 0.25 },
            GradientFactor = 1,
            Schedule = new PowerSchedule(-0.5, 1),
        });
    }

    private static void AddComputes(Dictionary<string, ExperimentSpec> specs)
    {
        foreach (var window in (int[])[1, 3, 16, 20])
            specs[$"window {window}"] = specs["all trained"] with { Compute = new() { Leaf = 64, Window = window } };
        foreach (var name in (string[])["tanh", "all trained", "noise and decay", "linearized, all trained", "batch"])
            specs[$"single: {name}"] = specs[name] with { Compute = new() { Leaf = 64, Precision = Precision.Single } };
    }

    private static void AddLookAheads(Dictionary<string, ExperimentSpec> specs)
    {
        string[] foretold =
        [
            "tanh", "ReluActivation", "PiecewiseLinearActivation", "all trained", "frozen amplitude and bias", "lazy",
            "linearized, all trained", "noise and decay", "noise without bias", "batch", "noisy batch",
            "rates and schedule", "single: all trained", "single: noise and decay",
        ];
        foreach (var name in foretold)
            specs[$"ahead: {name}"] = specs[name] with { Communication = new LookAheadCommunication(8) };
        string[] tried = ["all trained", "noise and decay", "noisy batch", "single: all trained"];
        foreach (var name in tried)
            specs[$"tried: {name}"] = specs[name] with { Communication = new LookAheadCommunication(8, 1e-7) };
        foreach (var window in (int[])[1, 5, 20])
            specs[$"ahead {window}"] = specs["all trained"] with
            {
                Communication = new LookAheadCommunication(window),
            };
    }

    private static ExperimentSpec WithNetwork(ExperimentSpec spec, Func<NetworkSpec, NetworkSpec> change) =>
        spec with { Network = change(spec.Network) };

    private static ExperimentSpec WithTraining(ExperimentSpec spec, Func<TrainingSpec, TrainingSpec> change) =>
        spec with { Training = change(spec.Training) };
}
