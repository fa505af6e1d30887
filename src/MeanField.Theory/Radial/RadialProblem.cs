namespace MeanField.Theory.Radial;

/// <summary>An experiment that the radial reduction solves exactly, in the numbers that matter to
/// it.</summary>
public sealed record RadialProblem
{
    public required int Dimension { get; init; }

    /// <summary>Δ.</summary>
    public required double Separation { get; init; }

    public required ActivationSpec Activation { get; init; }

    public required WeightLaw Weights { get; init; }

    public required ScheduleSpec Schedule { get; init; }

    public double Amplitude { get; init; } = 1;

    public double Bias { get; init; }

    /// <summary>α.</summary>
    public double OutputScale { get; init; } = 1;

    /// <summary>The factor in front of the step times the rate of the weights; 2 in the talk.</summary>
    public double GradientFactor { get; init; } = 2;

    /// <summary>λ.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Solve at d = ∞ in place of the dimension given.</summary>
    public bool InfiniteDimension { get; init; }

    public RadialProblem AtInfiniteDimension() => this with { InfiniteDimension = true };

    public RadialStart Start() => Weights switch
    {
        SphereWeights sphere => new RadialStart.Point(sphere.Radius),
        GaussianWeights gaussian when InfiniteDimension || gaussian.Scale == 0 =>
            new RadialStart.Point(gaussian.Scale),
        GaussianWeights gaussian => new RadialStart.Gaussian(gaussian.Scale, Dimension),
        _ => throw new NotSupportedException("the initial law is not invariant under rotations"),
    };

    /// <summary>The dynamics, with so many nodes for every integral over the data.</summary>
    public RadialDynamics Dynamics(int nodes) =>
        new(Profile(nodes), Data(nodes), OutputScale, GradientFactor, WeightDecay);

    public RadialData Data(int nodes) => InfiniteDimension
        ? RadialData.Infinite(Separation)
        : RadialData.Finite(Dimension, Separation, nodes);

    public IProfile Profile(int nodes) => InfiniteDimension
        ? Profiles.OfNormal(Activation, Amplitude, Bias, nodes)
        : Profiles.OnSphere(Activation, Amplitude, Bias, Dimension, nodes);
}
