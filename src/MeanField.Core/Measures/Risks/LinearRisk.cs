using MeanField.Core.Data;
using MeanField.Core.Specification;

namespace MeanField.Core.Measures.Risks;

/// <summary>
/// Linear neurons, linear teacher, x ~ N(0, I): ŷ = ⟨m, x⟩ + c with m = s Σ a w and c = s Σ a b, so that
/// R = v + |θ* − m|² + c².
/// </summary>
internal sealed class LinearRisk(NetworkSpec network, LinearTeacherData data) : IMomentRisk
{
    private readonly double[] _teacher = LinearTeacherLaw.Teacher(data);
    private readonly double _scale = NetworkScale.Of(network);

    /// <summary>a w₁ … a w_d, a b.</summary>
    public int Count => _teacher.Length + 1;

    public void Add(ReadOnlySpan<double> row, int first, Span<double> sums)
    {
        var amplitude = ParticleQuantities.Amplitude(row);
        for (var i = 0; i < sums.Length; i++)
        {
            var factor = first + i < _teacher.Length ? row[first + i] : ParticleQuantities.Bias(row);
            sums[i] = Math.FusedMultiplyAdd(amplitude, factor, sums[i]);
        }
    }

    public double Risk(ReadOnlySpan<double> sums)
    {
        var constant = _scale * sums[^1];
        var risk = data.Noise * data.Noise + constant * constant;
        for (var i = 0; i < _teacher.Length; i++)
        {
            var error = _teacher[i] - _scale * sums[i];
            risk += error * error;
        }
        return risk;
    }
}
