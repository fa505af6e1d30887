using MeanField.Core.Data;
using MeanField.Core.Numerics;
using MeanField.Core.Specification;

namespace MeanField.Core.Measures;

/// <summary>
/// How far a particle points along the teacher: the largest cosine of w with a teacher's vector.
/// </summary>
internal sealed class TeacherOverlap
{
    private readonly double[][] _directions;

    private TeacherOverlap(IEnumerable<double[]> teachers)
    {
        _directions = [.. teachers];
        foreach (var direction in _directions)
            FixedOrder.Normalise(direction, 1);
    }

    /// <summary>Null where the law has no teacher with directions.</summary>
    public static TeacherOverlap? With(DataSpec data) => data switch
    {
        LinearTeacherData linear => new([LinearTeacherLaw.Teacher(linear)]),
        NeuralTeacherData neural => new(neural.Weights.Select(weights => weights.ToArray())),
        _ => null,
    };

    public double Of(ReadOnlySpan<double> row)
    {
        var norm = ParticleQuantities.WeightNorm(row);
        if (norm == 0)
            return 0;
        var largest = -1.0;
        foreach (var direction in _directions)
            largest = Math.Max(largest, FixedOrder.Dot(direction, row) / norm);
        return Math.Min(largest, 1);
    }
}
