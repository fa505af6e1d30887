namespace MeanField.Core.Randomness;

/// <summary>What a random number is for; different purposes never share numbers.</summary>
public enum Purpose : byte
{
    InitialWeights = 1,
    InitialAmplitude = 2,
    InitialBias = 3,

    /// <summary>The training sample of a step.</summary>
    Sample = 4,

    /// <summary>Fresh samples for the population risk.</summary>
    TestSample = 5,

    /// <summary>
    /// The Brownian part of a noisy window: its end, and what samples see of it on the way.
    /// </summary>
    Noise = 6,

    /// <summary>The split of a table into training and held-out rows.</summary>
    Holdout = 7,

    /// <summary>The draws of a bootstrap.</summary>
    Resampling = 8,

    /// <summary>Point sets of the infinite-width theory.</summary>
    Theory = 9,

    /// <summary>The Brownian increment of an amplitude in a noisy step.</summary>
    AmplitudeNoise = 10,

    /// <summary>The rest of a noisy window's path, for who looks at particles within it.</summary>
    NoisePath = 11,
}
