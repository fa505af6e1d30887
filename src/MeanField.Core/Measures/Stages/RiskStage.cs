using MeanField.Core.Numerics;
using MeanField.Core.Specification;

namespace MeanField.Core.Measures.Stages;

/// <summary>
/// The population risk over test samples: the mean of e_m = (y_m − s Σ_i σ*(x_m; θ_i))², with standard error
/// √(Σ(e_m − mean)²/(n(n − 1))), or none where the samples are the whole law.
/// </summary>
internal sealed class RiskStage(NetworkSpec network, TestSamples samples, int dimension) : IObservationStage
{
    /// <summary>Samples per probe: a probe's answer stays small on the wire.</summary>
    public const int Chunk = 256;

    private readonly double _scale = NetworkScale.Of(network);
    private readonly double[] _losses = new double[samples.Count];
    private readonly double[] _input = new double[dimension];
    private int _known;

    public ProbeRequest? Next => _known == _losses.Length
        ? null
        : new ProbeRequest(ProbeKind.Predictions, _known, Math.Min(Chunk, _losses.Length - _known));

    public void Accept(ProbeTotals totals)
    {
        foreach (var sum in totals.Sums)
        {
            var residual = samples.Draw(_known, _input) - _scale * sum.Round();
            _losses[_known++] = residual * residual;
        }
    }

    public Observation Describe(Observation observation)
    {
        var mean = Mean(_losses);
        var described = observation with { Risk = mean, RiskStandardError = StandardError(mean) };
        return samples.Whole ? ExactRisk.Add(described, mean) : described;
    }

    private double StandardError(double mean)
    {
        if (samples.Whole || _losses.Length < 2)
            return 0;
        var squares = Array.ConvertAll(_losses, loss => (loss - mean) * (loss - mean));
        return Math.Sqrt(Mean(squares) / (_losses.Length - 1));
    }

    private static double Mean(double[] values)
    {
        var sum = new ExactSum();
        foreach (var value in values)
            sum.Add(value);
        return sum.Round() / values.Length;
    }
}
