using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Moments;

/// <summary>The quadratic neuron σ* = a⟨w, x⟩², x ~ N(0, I), by the equation of its second moments M = ∫ w
/// wᵀ.</summary>
/// <remarks>
/// With D = αa M − B, u = tr D + c (c = tr B where the target is centred, else 0):
/// dM/dτ = −4 g a [u M + D M + M D] − 4λ M + diffusion · I (g = 2, a = 1: 8), R = u² + 2 tr D².
/// </remarks>
public sealed class QuadraticReference : IReferenceSolver
{
    private const double Tolerance = 1e-8;

    private readonly ExperimentSpec _spec;
    private readonly Matrix<double> _target;
    private readonly double _offset;
    private readonly double _amplitude;

    private QuadraticReference(ExperimentSpec spec)
    {
        _spec = spec;
        var data = (QuadraticTeacherData)spec.Data;
        _target = Matrix<double>.Build.DenseOfDiagonalArray([.. data.Diagonal]);
        _offset = data.Centered ? _target.Trace() : 0;
        _amplitude = ((ConstantScalar)spec.Network.Amplitude.Initial).Value;
    }

    public string Name => "quadratic neuron, second-moment equation";

    public int Order => DormandPrince.Order;

    public static ReferenceChoice Choose(ExperimentSpec spec) => Obstacle(spec) is { } obstacle
        ? new(null, $"quadratic moments: {obstacle}")
        : new(
            new QuadraticReference(spec),
            "a quadratic neuron on Gaussian inputs: the second moments of the weights close");

    public ReferenceSolution Solve(IReadOnlyList<double> times, CancellationToken cancellation = default)
    {
        var coarse = SolveTo(Tolerance, times, cancellation);
        var fine = SolveTo(Tolerance / 32, times, cancellation);
        var change = coarse.Zip(fine, (c, f) => Math.Abs(c.Risk - f.Risk) / (1 + f.Risk))
            .DefaultIfEmpty(0).Max();
        return change <= 1e3 * Tolerance
            ? new ReferenceSolution(Name, Order, change, fine)
            : throw new ReferenceToleranceException(Name, change, 1e3 * Tolerance);
    }

    /// <summary>dM/dτ, column by column.</summary>
    public void Velocity(ReadOnlySpan<double> moments, Span<double> velocity)
    {
        var m = Unpack(moments);
        var (deviation, trace) = Deviation(m);
        var training = _spec.Training;
        var pull = 4 * training.GradientFactor * training.Rates.Weights * _amplitude;
        var change = (trace * m + deviation * m + m * deviation) * -pull - m * (4 * training.WeightDecay)
            + Matrix<double>.Build.DenseIdentity(m.RowCount) * NoiseStrength.Of(training);
        change.AsColumnMajorArray().CopyTo(velocity);
    }

    private ImmutableArray<ReferencePoint> SolveTo(
        double tolerance, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        var start = StartMoments.Of(_spec.Network.Weights.Initial, _target.RowCount).Second;
        var state = start.ToColumnMajorArray();
        var integrator = new AdaptiveIntegrator(Velocity, tolerance);
        integrator.Resize([.. Enumerable.Repeat(1.0, state.Length)]);
        var points = ImmutableArray.CreateBuilder<ReferencePoint>(times.Count);
        var elapsed = 0.0;
        foreach (var time in times)
        {
            var next = ElapsedTime.At(_spec.Training.Schedule, time);
            integrator.Advance(state, next - elapsed, cancellation);
            elapsed = next;
            points.Add(PointAt(time, Unpack(state)));
        }
        return points.MoveToImmutable();
    }

    private ReferencePoint PointAt(double time, Matrix<double> m)
    {
        var (deviation, trace) = Deviation(m);
        return new ReferencePoint
        {
            Time = time,
            Risk = trace * trace + 2 * (deviation * deviation).Trace(),
            Columns = [new("weightNormSquaredMean", m.Trace())],
        };
    }

    private (Matrix<double> Deviation, double Trace) Deviation(Matrix<double> m)
    {
        var deviation = m * (_spec.Network.OutputScale * _amplitude) - _target;
        return (deviation, deviation.Trace() + _offset);
    }

    private Matrix<double> Unpack(ReadOnlySpan<double> moments) =>
        Matrix<double>.Build.Dense(_target.RowCount, _target.RowCount, moments.ToArray());

    private static string? Obstacle(ExperimentSpec spec)
    {
        if (spec.Network.Activation is not QuadraticActivation)
            return "the activation is not quadratic";
        return spec.Data is QuadraticTeacherData
            ? FixedReadout.Obstacle(spec.Network)
            : "the data have no quadratic teacher";
    }
}
