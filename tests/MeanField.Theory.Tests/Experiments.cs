using MeanField.Theory.Radial;

namespace MeanField.Theory.Tests;

internal static class Experiments
{
    public static readonly PiecewiseLinearActivation Ramp = new([[0.5, -2.5], [1.5, 7.5]]);

    /// <summary>The talk's two Gaussians: Δ = .8, κ = .8.</summary>
    public static ExperimentSpec IsotropicGaussians(int dimension = 40) => new()
    {
        Name = "isotropic-gaussians",
        Network = new NetworkSpec
        {
            Particles = 800,
            Activation = Ramp,
            Weights = new WeightsSpec { Initial = new GaussianWeights(0.8) },
        },
        Data = new IsotropicGaussiansData(dimension, 0.8),
        Training = new TrainingSpec { StepSize = 1e-6, Horizon = 10 },
    };

    public static RadialProblem Radial(int dimension = 40) =>
        RadialReference.ProblemOf(IsotropicGaussians(dimension));

    public static ReferenceSolution Solve(this RadialProblem problem, params double[] times) =>
        new RadialSolver(problem, new ObserveSpec()).Solve(times);
}
