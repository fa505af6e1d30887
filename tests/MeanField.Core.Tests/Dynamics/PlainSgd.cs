using MeanField.Core.Dynamics;
using MeanField.Core.Particles;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;
using MeanField.Core.Tests.Dynamics.Brownian;

namespace MeanField.Core.Tests.Dynamics;

/// <summary>
/// Textbook SGD, one particle and one coordinate at a time, with the platform's own functions: what the windowed
/// kernel must agree with up to rounding. Shares nothing with it but the random numbers.
/// </summary>
internal sealed class PlainSgd
{
    private readonly Experiment _experiment;
    private readonly ExperimentSpec _spec;
    private readonly int _d;
    private readonly double _sumScale;
    private readonly double _gradientScale;
    private readonly double[][] _start;
    private readonly PlainNoise _noise;

    public PlainSgd(Experiment experiment)
    {
        (_experiment, _spec, _d) = (experiment, experiment.Spec, experiment.Law.Dimension);
        var n = _spec.Network.Particles;
        var meanField = _spec.Network.Scaling == Scaling.MeanField;
        _sumScale = _spec.Network.OutputScale * (meanField ? 1.0 / n : 1 / Math.Sqrt(n));
        _gradientScale = _spec.Training.GradientFactor * (meanField ? 1 : 1 / Math.Sqrt(n)) / _spec.Training.Batch;
        var initial = new InitialParticles(_spec.Network, _spec.Seed, _d);
        Particles = [.. Enumerable.Range(0, (int)n).Select(i => Start(initial, i))];
        _noise = new PlainNoise(experiment);
        _start = [.. Particles.Select(p => (double[])p.Clone())];
    }

    /// <summary>Rows w_1 … w_d, a, b.</summary>
    public double[][] Particles { get; }

    public List<double> Residuals { get; } = [];

    public long Step { get; private set; }

    public void Advance()
    {
        var s = _experiment.Schedule.StepSize(Step);
        var gradients = Particles.Select(_ => new double[_d + 2]).ToArray();
        for (var item = 0; item < _spec.Training.Batch; item++)
        {
            var x = new double[_d];
            var y = _experiment.Law.Draw(Purpose.Sample, Step, item, x);
            var r = y - _sumScale * Particles.Select((p, i) => Output(i, x)).Sum();
            Residuals.Add(r);
            for (var i = 0; i < Particles.Length; i++)
                AddGradient(i, x, r, gradients[i]);
        }
        for (var i = 0; i < Particles.Length; i++)
            Move(i, s, gradients[i]);
        Step++;
    }

    private double Output(int i, double[] x)
    {
        var p = Particles[i];
        if (_spec.Network.Scaling != Scaling.Linearized)
            return p[_d] * Sigma(Dot(p, x)).Value;
        var (value, slope) = Sigma(Dot(_start[i], x));
        return p[_d] * value + _start[i][_d] * slope * (Dot(p, x) - Dot(_start[i], x));
    }

    private void AddGradient(int i, double[] x, double r, double[] gradient)
    {
        var at = _spec.Network.Scaling == Scaling.Linearized ? _start[i] : Particles[i];
        var (value, slope) = Sigma(Dot(at, x));
        for (var c = 0; c < _d; c++)
            gradient[c] += _spec.Training.Rates.Weights * r * at[_d] * slope * x[c];
        if (_spec.Network.Amplitude.Trained)
            gradient[_d] += _spec.Training.Rates.Amplitude * r * value;
        if (_spec.Network.Bias.Trained)
            gradient[_d + 1] += _spec.Training.Rates.Bias * r * at[_d] * slope;
    }

    private void Move(int i, double s, double[] gradient)
    {
        var training = _spec.Training;
        var (decay, noise) = PlainNoise.Coefficients(training, s);
        var normals = new double[_d + 2];
        if (noise > 0)
        {
            var walk = _noise.Increment(Step, i);
            walk.AsSpan(0, _d).CopyTo(normals);
            (normals[_d], normals[_d + 1]) = (noise * _noise.Amplitude(Step, i), walk[^1]);
        }
        for (var c = 0; c < _d + 2; c++)
        {
            var trained = c < _d || (c == _d ? _spec.Network.Amplitude.Trained : _spec.Network.Bias.Trained);
            if (trained)
                Particles[i][c] = decay * Particles[i][c] + _gradientScale * s * gradient[c] + normals[c];
        }
    }

    private double Dot(double[] p, double[] x)
    {
        var sum = p[_d + 1];
        for (var c = 0; c < _d; c++)
            sum += p[c] * x[c];
        return sum;
    }

    private (double Value, double Slope) Sigma(double u) => _spec.Network.Activation switch
    {
        ReluActivation => (Math.Max(u, 0), u > 0 ? 1 : 0),
        TanhActivation => (Math.Tanh(u), 1 - Math.Tanh(u) * Math.Tanh(u)),
        ErfActivation => (ErfBySeries(u / Math.Sqrt(2)), Math.Sqrt(2 / Math.PI) * Math.Exp(-u * u / 2)),
        SigmoidActivation(var shift) => Logistic(u - shift),
        SoftplusActivation => (u > 30 ? u : Math.Log(1 + Math.Exp(u)), Logistic(u).Value),
        LinearActivation => (u, 1),
        QuadraticActivation => (u * u, 2 * u),
        SineActivation => (Math.Sin(u), Math.Cos(u)),
        PolynomialActivation(var c) => (
            c.Select((ck, k) => ck * Math.Pow(u, k)).Sum(),
            c.Select((ck, k) => k == 0 ? 0 : k * ck * Math.Pow(u, k - 1)).Sum()),
        PiecewiseLinearActivation(var knots) => Piecewise(knots, u),
        var other => throw new NotSupportedException(other.ToString()),
    };

    /// <summary>erf by its Taylor series: slow, and independent of ours.</summary>
    private static double ErfBySeries(double z)
    {
        if (Math.Abs(z) > 6)
            return Math.Sign(z);
        double term = z, sum = z;
        for (var n = 1; n < 200; n++)
        {
            term *= -z * z / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    private static (double Value, double Slope) Logistic(double t)
    {
        var value = 1 / (1 + Math.Exp(-t));
        return (value, value * (1 - value));
    }

    private static (double, double) Piecewise(EquatableList<EquatableList<double>> knots, double u)
    {
        if (u <= knots[0][0])
            return (knots[0][1], 0);
        for (var k = 1; k < knots.Count; k++)
        {
            var slope = (knots[k][1] - knots[k - 1][1]) / (knots[k][0] - knots[k - 1][0]);
            if (u <= knots[k][0])
                return (knots[k - 1][1] + slope * (u - knots[k - 1][0]), slope);
        }
        return (knots[knots.Count - 1][1], 0);
    }

    private double[] Start(InitialParticles initial, int i)
    {
        var row = new double[_d + 2];
        initial.Weights(i, row.AsSpan(0, _d));
        (row[_d], row[_d + 1]) = (initial.Amplitude(i), initial.Bias(i));
        return row;
    }
}
