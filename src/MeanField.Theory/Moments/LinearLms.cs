using MathNet.Numerics.LinearAlgebra;

namespace MeanField.Theory.Moments;

/// <summary>Exact expectations of SGD itself on the linear neuron, at finite N and finite step.</summary>
/// <remarks>
/// With a = α = 1, g = 2, e = m − θ*, A = 1 − 2λs, D the diffusion, b the batch (fourth moments of N(0, I)
/// give
/// E(b⁻¹Σ x xᵀ)² = (d + 1 + b)/b):
/// E e⁺ = (A − 2s) E e − 2λs θ*,
/// E|e⁺|² = (A² − 4sA + 4s²(d+1+b)/b) E|e|² − 4λs(A − 2s)⟨θ*, E e⟩ + 4λ²s²|θ*|² + 4s² d v/b + s d D/N;
/// the mean of |θ_i − m|² obeys q⁺ = A² q + (1 − 1/N) s d D. For λ = D = 0, b = 1 this is theory of LMS:
/// E|e⁺|² = (1 − 4s + 4s²(d+2)) E|e|² + 4s² d v.
/// </remarks>
public sealed class LinearLms
{
    private readonly LinearProblem _problem;
    private readonly TrainingSpec _training;
    private readonly long _particles;
    private Vector<double> _error;
    private double _squaredError;
    private double _spread;

    public LinearLms(ExperimentSpec spec)
    {
        if (LinearProblem.Obstacle(spec) is { } obstacle)
            throw new NotSupportedException(obstacle);
        (_problem, _training, _particles) = (LinearProblem.Of(spec), spec.Training, spec.Network.Particles);
        if (_problem is not { Amplitude: 1, OutputScale: 1, GradientFactor: 2 })
            throw new NotSupportedException("the recursion is for a = α = 1 and gradient factor 2");
        var listed = spec.Network.Weights.Initial is RowWeights;
        _error = _problem.Start.Mean - _problem.Teacher;
        // rows are the particles themselves, any other law is drawn from
        _squaredError = _error * _error + (listed ? 0 : _problem.Start.Spread / _particles);
        _spread = _problem.Start.Spread * (listed ? 1 : 1 - 1.0 / _particles);
    }

    /// <summary>k.</summary>
    public long Step { get; private set; }

    /// <summary>E R_N(θ^k) = v + E|e_k|².</summary>
    public double ExpectedRisk => _problem.NoiseVariance + _squaredError;

    /// <summary>E m_k.</summary>
    public Vector<double> ExpectedMean => _error + _problem.Teacher;

    /// <summary>E of the mean of |θ_i − m|² over particles.</summary>
    public double ExpectedSpread => _spread;

    /// <summary>Excess risk v·(…) that a constant noiseless step ends at: s d v/(1 − s(d + 2)), for batch
    /// 1.</summary>
    public static double StationaryExcess(double step, int dimension, double noiseVariance) =>
        step * dimension * noiseVariance / (1 - step * (dimension + 2));

    /// <summary>Makes steps until k is the one given.</summary>
    public void AdvanceTo(long step)
    {
        while (Step < step)
            Advance();
    }

    private void Advance()
    {
        var s = _training.StepSize * ElapsedTime.Rate(_training.Schedule, Step * _training.StepSize);
        var (d, b, v) = (_problem.Dimension, (double)_training.Batch, _problem.NoiseVariance);
        var (decay, teacher) = (2 * _training.WeightDecay * s, _problem.Teacher);
        var keep = 1 - decay;
        var diffusion = s * d * _problem.Diffusion;
        _squaredError = (keep * keep - 4 * s * keep + 4 * s * s * (d + 1 + b) / b) * _squaredError
            - 2 * decay * (keep - 2 * s) * (teacher * _error)
            + decay * decay * (teacher * teacher)
            + 4 * s * s * d * v / b
            + diffusion / _particles;
        _error = _error * (keep - 2 * s) - teacher * decay;
        _spread = keep * keep * _spread + (1 - 1.0 / _particles) * diffusion;
        Step++;
    }
}
