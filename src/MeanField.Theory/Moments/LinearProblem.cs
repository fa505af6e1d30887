using MathNet.Numerics.LinearAlgebra;

namespace MeanField.Theory.Moments;

/// <summary>σ* = a⟨w, x⟩, x ~ N(0, I), y = ⟨θ*, x⟩ + η: the numbers that its dynamics depend on.</summary>
/// <param name="Teacher">θ*.</param>
/// <param name="NoiseVariance">Var η.</param>
/// <param name="Start">Of w.</param>
/// <param name="Amplitude">a, the same for every neuron.</param>
/// <param name="OutputScale">α.</param>
/// <param name="GradientFactor">Times the rate of the weights; 2 in the talk.</param>
/// <param name="WeightDecay">λ.</param>
/// <param name="Diffusion">The variance that noise adds per coordinate and unit of s.</param>
public sealed record LinearProblem(
    Vector<double> Teacher,
    double NoiseVariance,
    StartMoments Start,
    double Amplitude,
    double OutputScale,
    double GradientFactor,
    double WeightDecay,
    double Diffusion)
{
    public int Dimension => Teacher.Count;

    /// <summary>The problem of a specification that has no obstacle.</summary>
    public static LinearProblem Of(ExperimentSpec spec)
    {
        var data = (LinearTeacherData)spec.Data;
        return new LinearProblem(
            TeacherOf(data),
            data.Noise * data.Noise,
            StartMoments.Of(spec.Network.Weights.Initial, data.Dimension),
            ((ConstantScalar)spec.Network.Amplitude.Initial).Value,
            spec.Network.OutputScale,
            spec.Training.GradientFactor * spec.Training.Rates.Weights,
            spec.Training.WeightDecay,
            NoiseStrength.Of(spec.Training));
    }

    /// <summary>Why the moments do not close; null where they do.</summary>
    public static string? Obstacle(ExperimentSpec spec)
    {
        if (spec.Network.Activation is not LinearActivation)
            return "the activation is not linear";
        if (spec.Data is not LinearTeacherData)
            return "the data have no linear teacher";
        return FixedReadout.Obstacle(spec.Network);
    }

    private static Vector<double> TeacherOf(LinearTeacherData data) => data.Teacher is { } teacher
        ? Vector<double>.Build.DenseOfEnumerable(teacher)
        : Vector<double>.Build.Dense(data.Dimension, i => i == 0 ? 1 : 0);
}
