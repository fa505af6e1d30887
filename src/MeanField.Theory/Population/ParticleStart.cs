namespace MeanField.Theory.Population;

/// <summary>A start that is a sum of point masses, as rows (w, then a if trained, then b if
/// trained).</summary>
public static class ParticleStart
{
    private const int MostParticles = 64;

    /// <summary>Why the start is no such sum; null where it is.</summary>
    public static string? Obstacle(NetworkSpec network)
    {
        if (network.Weights.Initial is not (FixedWeights or RowWeights { Values.Count: <= MostParticles }))
            return $"the initial weights are not at most {MostParticles} given points";
        return ArePoints(network.Amplitude, network) && ArePoints(network.Bias, network)
            ? null
            : "trained amplitudes or biases start from a continuous law";
    }

    public static double[] Of(NetworkSpec network) =>
    [
        .. Rows(network.Weights.Initial).SelectMany((row, i) => (double[])
        [
            .. row,
            .. Trained(network.Amplitude, i),
            .. Trained(network.Bias, i),
        ]),
    ];

    /// <summary>The points of w.</summary>
    public static double[][] Rows(WeightLaw law) => law switch
    {
        FixedWeights point => [[.. point.Value]],
        RowWeights rows => [.. rows.Values.Select(row => row.ToArray())],
        _ => throw new NotSupportedException("the start is not a sum of point masses"),
    };

    private static double[] Trained(ScalarParameterSpec parameter, int particle) => parameter switch
    {
        { Trained: false } => [],
        { Initial: ConstantScalar constant } => [constant.Value],
        { Initial: ListedScalar listed } => [listed.Values[particle]],
        _ => throw new NotSupportedException("the start is not a sum of point masses"),
    };

    private static bool ArePoints(ScalarParameterSpec parameter, NetworkSpec network) =>
        !parameter.Trained || parameter.Initial is ConstantScalar
            || (parameter.Initial is ListedScalar && network.Weights.Initial is RowWeights);
}
