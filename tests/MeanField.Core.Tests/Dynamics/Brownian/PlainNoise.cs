using MeanField.Core.Dynamics;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Dynamics.Brownian;

/// <summary>
/// The increments of a particle's noise, by textbook conditioning of Gaussian vectors with dense matrices:
/// what the kernel's bridge must agree with up to rounding. Shares nothing with it but the random numbers.
/// </summary>
internal sealed class PlainNoise
{
    private readonly Experiment _experiment;
    private readonly ExperimentSpec _spec;
    private readonly int _batch;
    private readonly int _stepsPerWindow;
    private readonly int _rows;
    private readonly Dictionary<long, PlainWindow> _windows = [];

    public PlainNoise(Experiment experiment)
    {
        (_experiment, _spec, _batch) = (experiment, experiment.Spec, experiment.Spec.Training.Batch);
        _stepsPerWindow = Math.Max(1, _spec.Compute.Window / _batch);
        _rows = experiment.Law.Dimension + (_spec.Network.Bias.Trained ? 1 : 0);
    }

    /// <summary>1 − 2λs, and √(4s/β) or √(2s/β).</summary>
    public static (double Decay, double Scale) Coefficients(TrainingSpec training, double s) => (
        1 - 2 * training.WeightDecay * s,
        training.InverseTemperature is { } beta
            ? Math.Sqrt((training.Noise == NoiseConvention.PdeConsistent ? 4 : 2) * s / beta)
            : 0);

    /// <summary>What noise adds to w_1 … w_d (and b) in a step.</summary>
    public double[] Increment(long step, int particle)
    {
        var first = step / _stepsPerWindow * _stepsPerWindow;
        if (!_windows.TryGetValue(first, out var window))
            _windows[first] = window = new(Decays(first), Scales(first), Inputs(first), _batch);
        var n = (int)(step - first);
        var padded = (_rows + 3) / 4 * 4;
        var normals = new double[padded + window.Inputs.Length];
        Normals.Fill(_spec.Seed, Purpose.Noise, first, particle, normals);
        var path = Enumerable.Range(0, window.Steps).Select(m =>
        {
            var own = new double[_rows];
            Normals.Fill(_spec.Seed, Purpose.NoisePath, first + m, particle, own);
            return own;
        }).ToArray();
        var positions = window.Path(normals[.._rows], normals[padded..], path);
        return [.. Enumerable.Range(0, _rows).Select(c => positions[n + 1][c] - window.Decays[n] * positions[n][c])];
    }

    /// <summary>The amplitude's normal: leaves draw a row for each group of lanes.</summary>
    public double Amplitude(long step, int particle)
    {
        const int lanes = 16;
        var (leaf, place) = (particle / _spec.Compute.Leaf, particle % _spec.Compute.Leaf);
        var normals = new double[place / lanes + 1];
        Normals.Fill(
            _spec.Seed, Purpose.AmplitudeNoise, step, leaf * _spec.Compute.Leaf + place % lanes, normals);
        return normals[^1];
    }

    private double[] Decays(long first) => [.. Steps(first).Select(k => Of(k).Decay)];

    private double[] Scales(long first) => [.. Steps(first).Select(k => Of(k).Scale)];

    private (double Decay, double Scale) Of(long k) => Coefficients(_spec.Training, _experiment.Schedule.StepSize(k));

    private IEnumerable<long> Steps(long first) =>
        Enumerable.Range(0, (int)Math.Min(_stepsPerWindow, _spec.Training.Steps - first)).Select(n => first + n);

    private double[][] Inputs(long first) => [.. Steps(first).SelectMany(
        k => Enumerable.Range(0, _batch).Select(item =>
        {
            var x = new double[_rows];
            _experiment.Law.Draw(Purpose.Sample, k, item, x.AsSpan(0, _experiment.Law.Dimension));
            if (_spec.Network.Bias.Trained)
                x[^1] = 1;
            return x;
        }))];
}
