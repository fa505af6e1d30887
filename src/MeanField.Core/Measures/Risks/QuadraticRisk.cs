using MeanField.Core.Specification;

namespace MeanField.Core.Measures.Risks;

/// <summary>
/// Quadratic neurons a(⟨w,x⟩ + b)², quadratic teacher, x ~ N(0, I): with s Σ a zzᵀ for z = (w, b) in blocks
/// M, n, c, ŷ = xᵀMx + 2⟨n,x⟩ + c, and with D = M − B and e = c (+ tr B where the teacher is centered)
/// R = (tr D + e)² + 2 tr D² + 4 |n|²; without biases, (tr D)² + 2 tr D².
/// </summary>
internal sealed class QuadraticRisk(NetworkSpec network, QuadraticTeacherData data) : IMomentRisk
{
    /// <summary>Up to here the d²/2 sums cost less than the test samples do.</summary>
    public const int MaximumDimension = 256;

    private readonly int _dimension = data.Diagonal.Count;
    private readonly double _scale = NetworkScale.Of(network);

    /// <summary>The upper triangle of Σ a zzᵀ, by rows.</summary>
    public int Count => (_dimension + 1) * (_dimension + 2) / 2;

    public void Add(ReadOnlySpan<double> row, int first, Span<double> sums)
    {
        var amplitude = ParticleQuantities.Amplitude(row);
        var next = 0;
        for (int i = 0, start = 0; i <= _dimension && next < sums.Length; start += _dimension + 1 - i, i++)
        {
            var factor = amplitude * Extended(row, i);
            for (var j = i + first + next - start; j <= _dimension && next < sums.Length; j++, next++)
                sums[next] = Math.FusedMultiplyAdd(factor, Extended(row, j), sums[next]);
        }
    }

    public double Risk(ReadOnlySpan<double> sums)
    {
        double trace = 0, squares = 0, linear = 0;
        var next = 0;
        for (var i = 0; i < _dimension; i++)
        {
            var diagonal = _scale * sums[next++] - data.Diagonal[i];
            trace += diagonal;
            squares += diagonal * diagonal;
            for (var j = i + 1; j < _dimension; j++)
            {
                var entry = _scale * sums[next++];
                squares += 2 * entry * entry;
            }
            var mixed = _scale * sums[next++];
            linear += mixed * mixed;
        }
        var mean = trace + _scale * sums[next] + (data.Centered ? data.Diagonal.Sum() : 0);
        return mean * mean + 2 * squares + 4 * linear;
    }

    private double Extended(ReadOnlySpan<double> row, int i) =>
        i < _dimension ? row[i] : ParticleQuantities.Bias(row);
}
