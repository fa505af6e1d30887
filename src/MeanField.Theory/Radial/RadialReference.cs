namespace MeanField.Theory.Radial;

/// <summary>Whether the radial reduction solves an experiment.</summary>
public static class RadialReference
{
    public static ReferenceChoice Choose(ExperimentSpec spec) => Obstacle(spec) is { } obstacle
        ? new(null, $"radial dynamics: {obstacle}")
        : new(
            SolverOf(ProblemOf(spec), spec.Observe),
            "data and initial law are invariant under rotations, so that the limit is exactly a law on |w|");

    // in few dimensions φ has corners, on which refinement pays slowly
    internal static RadialSolver SolverOf(RadialProblem problem, ObserveSpec observe) =>
        new(problem, observe, tolerance: problem.Dimension < 12 ? 1e-3 : 1e-5);

    /// <summary>The problem of a specification that has no obstacle.</summary>
    public static RadialProblem ProblemOf(ExperimentSpec spec)
    {
        var data = (IsotropicGaussiansData)spec.Data;
        return ProblemOf(spec, data.Dimension, data.Separation);
    }

    internal static RadialProblem ProblemOf(ExperimentSpec spec, int dimension, double separation) =>
        new()
        {
            Dimension = dimension,
            Separation = separation,
            Activation = spec.Network.Activation,
            Weights = spec.Network.Weights.Initial,
            Amplitude = ((ConstantScalar)spec.Network.Amplitude.Initial).Value,
            Bias = ((ConstantScalar)spec.Network.Bias.Initial).Value,
            OutputScale = spec.Network.OutputScale,
            Schedule = spec.Training.Schedule,
            GradientFactor = spec.Training.GradientFactor * spec.Training.Rates.Weights,
            WeightDecay = spec.Training.WeightDecay,
        };

    /// <summary>Why the reduction does not apply; null where it does.</summary>
    public static string? Obstacle(ExperimentSpec spec) => spec.Data is IsotropicGaussiansData
        ? DynamicsObstacle(spec)
        : "the data are not the two isotropic Gaussians";

    /// <summary>What keeps noiseless dynamics from being those of norms, whatever the data.</summary>
    internal static string? DynamicsObstacle(ExperimentSpec spec) => InvarianceObstacle(spec)
        ?? (spec.Training.InverseTemperature is null ? null : "the dynamics are noisy");

    /// <summary>What keeps the start from being invariant under rotations, and the neurons from being given
    /// by
    /// their weights.</summary>
    internal static string? InvarianceObstacle(ExperimentSpec spec)
    {
        var network = spec.Network;
        if (network.Weights.Initial is not (GaussianWeights or SphereWeights))
            return "the initial weights are not invariant under rotations";
        if (network.Amplitude.Trained || network.Bias.Trained)
            return "amplitudes or biases are trained";
        return network.Amplitude.Initial is ConstantScalar && network.Bias.Initial is ConstantScalar
            ? null
            : "amplitudes or biases differ between neurons";
    }
}
