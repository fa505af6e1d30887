namespace MeanField.Core.Specification;

/// <summary>
/// One-pass SGD: θ ← (1 − 2λs_k)θ + gradientFactor · s_k · r_k · ∇σ* + noise, s_k = ε ξ(kε).
/// </summary>
public sealed record TrainingSpec
{
    /// <summary>ε.</summary>
    public required double StepSize { get; init; }

    /// <summary>ξ(t).</summary>
    public ScheduleSpec Schedule { get; init; } = new ConstantSchedule(1);

    /// <summary>T, in units of time t = kε.</summary>
    public required double Horizon { get; init; }

    public int Batch { get; init; } = 1;

    public RatesSpec Rates { get; init; } = new();

    /// <summary>The 2 of the update 2 s_k r_k ∇σ*.</summary>
    public double GradientFactor { get; init; } = 2;

    /// <summary>λ.</summary>
    public double WeightDecay { get; init; }

    /// <summary>β; null: noiseless.</summary>
    public double? InverseTemperature { get; init; }

    public NoiseConvention Noise { get; init; } = NoiseConvention.PdeConsistent;

    /// <summary>The number of steps, round(T/ε).</summary>
    public long Steps => (long)Math.Round(Horizon / StepSize);
}

/// <summary>Per-parameter factors of the gradient step.</summary>
public sealed record RatesSpec
{
    public double Weights { get; init; } = 1;

    public double Amplitude { get; init; } = 1;

    public double Bias { get; init; } = 1;
}

public abstract record ScheduleSpec;

public sealed record ConstantSchedule(double Value) : ScheduleSpec;

/// <summary>ξ(t) = (t + offset)^exponent.</summary>
public sealed record PowerSchedule(double Exponent, double Offset) : ScheduleSpec;

/// <summary>Linear between knots (t, ξ), constant outside them.</summary>
public sealed record PiecewiseSchedule(Rows Knots) : ScheduleSpec;

/// <summary>
/// Which of the two printed noise scales is meant; they differ by a factor 2 in temperature.
/// </summary>
public enum NoiseConvention
{
    /// <summary>
    /// √(4 s_k/β): agrees with the PDE with diffusion 2ξ/β and with the Gibbs law exp(−βΨ).
    /// </summary>
    PdeConsistent,

    /// <summary>√(2 s_k/β), as printed in slides and papers: the Gibbs law is then exp(−2βΨ).</summary>
    AsPrinted,
}
