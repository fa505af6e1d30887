using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Dynamics.LookAhead;

/// <summary>Experiments whose particles start from the same places: the seed draws the samples alone.</summary>
internal static class SamePaths
{
    private const int Particles = 64;
    private const int Dimension = 8;

    public static ExperimentSpec Spec(string name) => name switch
    {
        "relu" => Of(new ReluActivation(), trained: true, 2e-3),
        // slope 10: what the sum over particles smoothes, windows step over
        "ramp" => Of(new PiecewiseLinearActivation([[0.5, -2.5], [1.5, 7.5]]), trained: false, 1e-4),
        _ => Of(new TanhActivation(), trained: false, 2e-3),
    };

    private static ExperimentSpec Of(ActivationSpec activation, bool trained, double step) => new()
    {
        Name = "same paths",
        Seed = 3,
        Network = new()
        {
            Particles = Particles,
            Activation = activation,
            Weights = new() { Initial = new RowWeights(Rows()) },
            Amplitude = new() { Trained = trained, Initial = new ConstantScalar(1) },
        },
        Data = new IsotropicGaussiansData(Dimension, 0.8),
        Training = new() { StepSize = step, Horizon = 512 * step },
        Compute = new() { Leaf = 32 },
    };

    private static EquatableList<EquatableList<double>> Rows()
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, Particles).Select(_ => Row())];

        EquatableList<double> Row() => [.. Enumerable.Range(0, Dimension).Select(_ => random.NextDouble() - 0.5)];
    }
}
