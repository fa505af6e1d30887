namespace MeanField.Core.Specification;

/// <summary>What is measured, and when. Never changes the trajectory.</summary>
public sealed record ObserveSpec
{
    /// <summary>
    /// Observed times, ascending; null where <see cref="Every"/> rules. Start and horizon are always
    /// observed.
    /// </summary>
    public Values? Times { get; init; }

    /// <summary>The spacing of observed times; null where <see cref="Times"/> rules.</summary>
    public double? Every { get; init; }

    /// <summary>Fresh samples per observed time for the population risk.</summary>
    public int TestSamples { get; init; } = 10_000;

    public HistogramSpec? Histogram { get; init; }

    /// <summary>How many particles' paths are kept.</summary>
    public int Track { get; init; }

    public EquatableList<TestFunctionSpec> TestFunctions { get; init; } = [];
}

public sealed record HistogramSpec(HistogramQuantity Of, int Bins);

public enum HistogramQuantity
{
    WeightNorm,
    FirstWeight,
    Amplitude,
    Bias,
}

/// <summary>A bounded f whose mean under the empirical measure is recorded.</summary>
/// <param name="Name">The column in the trajectory.</param>
/// <param name="Kind">tanh, cos, sin or gaussian (e^{−z²/2}) of z = scale · coordinate.</param>
/// <param name="Of">weightNorm, w1…wd, a or b.</param>
/// <param name="Scale">The factor in front of the coordinate.</param>
public sealed record TestFunctionSpec(string Name, TestFunctionKind Kind, string Of, double Scale);

public enum TestFunctionKind
{
    Tanh,
    Cos,
    Sin,
    Gaussian,
}
