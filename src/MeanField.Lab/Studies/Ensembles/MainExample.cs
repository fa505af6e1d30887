namespace MeanField.Lab.Studies.Ensembles;

/// <summary>The talk's application with the parameters of Mei, Montanari and Nguyen (2018).</summary>
internal static class MainExample
{
    public const int Dimension = 40;
    public const double Separation = 0.8;
    public const double Scale = 0.8;

    /// <summary>−2.5 up to ½, 7.5 from 1½ on, linear between.</summary>
    public static ActivationSpec Ramp { get; } = new PiecewiseLinearActivation([[0.5, -2.5], [1.5, 7.5]]);

    public static ExperimentSpec Spec(ulong seed, int particles, double step, double horizon) => new()
    {
        Name = "two-gaussians",
        Seed = seed,
        Network = new()
        {
            Particles = particles,
            Activation = Ramp,
            Weights = new() { Initial = new GaussianWeights(Scale) },
        },
        Data = new IsotropicGaussiansData(Dimension, Separation),
        Training = new() { StepSize = step, Horizon = horizon },
        // the risk is had in closed form
        Observe = new() { TestSamples = 2 },
    };

    public static ExperimentSpec WithDimension(this ExperimentSpec spec, int dimension) =>
        spec with { Data = (IsotropicGaussiansData)spec.Data with { Dimension = dimension } };

    public static ExperimentSpec WithSeparation(this ExperimentSpec spec, double separation) =>
        spec with { Data = (IsotropicGaussiansData)spec.Data with { Separation = separation } };
}
