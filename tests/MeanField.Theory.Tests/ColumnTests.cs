using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Core.Serial;
using MeanField.Theory.Tests.FokkerPlanck;

namespace MeanField.Theory.Tests;

/// <summary>A reference has the columns of the trajectory that it is held against.</summary>
public class ColumnTests
{
    private static readonly EquatableList<TestFunctionSpec> Functions =
    [
        new("first", TestFunctionKind.Tanh, "w1", 2),
        new("norm", TestFunctionKind.Gaussian, "weightNorm", 1),
        new("bias", TestFunctionKind.Cos, "b", 1),
    ];

    private static readonly ScalarParameterSpec Trained =
        new() { Trained = true, Initial = new UniformScalar(-0.5, 0.5) };

    public static TheoryData<string, ExperimentSpec> Specs()
    {
        var radial = Experiments.IsotropicGaussians(3);
        return new()
        {
            { "radial", radial },
            { "two-norms", radial with { Data = new AnisotropicGaussiansData(4, 0.8, 2) } },
            { "radial-fokker-planck", NoisyExperiments.Radial(3, new TanhActivation()) },
            { "line-fokker-planck", LineExperiments.Tanh() },
            { "plane-fokker-planck", NoisyExperiments.Plane() },
            { "reference-particles", radial with { Network = radial.Network with { Bias = Trained } } },
            {
                "reference-particles",
                radial with
                {
                    Data = new NeuralTeacherData(
                        3, new TanhActivation(), [[1, 2, 0], [0, 1, 0]], [1, -1], 0.1, InputLaw.Gaussian),
                    Network = radial.Network with
                    {
                        Activation = new SoftplusActivation(),
                        Amplitude = Trained,
                        Bias = Trained,
                    },
                }
            },
        };
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void Columns_have_the_names_and_the_order_of_the_trajectorys(string name, ExperimentSpec spec)
    {
        spec = spec with
        {
            Network = spec.Network with { Particles = 20_000 },
            Observe = new ObserveSpec { TestFunctions = Functions, TestSamples = 2 },
            Training = spec.Training with { StepSize = 1e-3, Horizon = 0 },
        };
        var observed = Start(spec);
        var point = References.Choose(spec, name).Solver!.Solve([0]).Points[0];
        var known = point.Columns.Select(column => column.Name).ToArray();
        string[] needed = ["weightNormMean", "first", "norm", "bias"];
        Assert.All(needed, column => Assert.Contains(column, known));
        Assert.Equal(observed.Columns.Select(column => column.Name).Where(known.Contains), known);
        foreach (var column in point.Columns)
        {
            // means of 20,000 draws of numbers of the order of 1, and of 256 points of a lattice
            var value = observed.Columns.Single(other => other.Name == column.Name).Value;
            Assert.True(Math.Abs(value - column.Value) < 0.05, $"{column.Name}: {value} and {column.Value}");
        }
    }

    private static Observation Start(ExperimentSpec spec)
    {
        Observation? first = null;
        new SerialEngine(Experiment.Create(spec)).Run(
            fact => first ??= (fact as MeasureObserved)?.Observation, CancellationToken.None);
        return first!;
    }
}
