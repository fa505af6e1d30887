namespace MeanField.Lab.Studies.Scaling;

/// <summary>A step of SGD, and what it is spread over.</summary>
public sealed record StepSetting
{
    /// <summary>N.</summary>
    public required long Particles { get; init; }

    /// <summary>d, numbers per particle that a step touches.</summary>
    public required int Dimension { get; init; }

    /// <summary>Samples of a step.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Samples of a window.</summary>
    public int Window { get; init; } = 8;

    public int Shards { get; init; } = 1;

    public int Processes { get; init; } = 1;

    /// <summary>Cores that have a share of the particles, over all processes.</summary>
    public int Cores { get; init; } = 1;

    /// <summary>Of the last level of cache, over all machines.</summary>
    public required double CacheBytes { get; init; }
}

/// <summary>What a step took.</summary>
public sealed record MeasuredStep(StepSetting Setting, double Seconds);
