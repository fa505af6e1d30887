using MeanField.Core.Numerics;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Particles;

/// <summary>θ_i at the start: a pure function of the specification, the seed and i.</summary>
public sealed class InitialParticles(NetworkSpec network, ulong seed, int dimension)
{
    private readonly double _rootDimension = Math.Sqrt(dimension);

    /// <summary>Fills w (length d).</summary>
    public void Weights(long particle, Span<double> w)
    {
        switch (network.Weights.Initial)
        {
            case GaussianWeights gaussian:
                Normals.Fill(seed, Purpose.InitialWeights, 0, particle, w);
                FixedOrder.Scale(w, gaussian.Scale / _rootDimension);
                break;
            case SphereWeights sphere:
                Normals.Fill(seed, Purpose.InitialWeights, 0, particle, w);
                FixedOrder.Normalise(w, sphere.Radius);
                break;
            case FixedWeights value:
                value.Value.AsSpan().CopyTo(w);
                break;
            case RowWeights rows:
                rows.Values[(int)particle].AsSpan().CopyTo(w);
                break;
            default:
                throw new InvalidOperationException($"unknown law of weights {network.Weights.Initial}");
        }
    }

    public double Amplitude(long particle) =>
        Scalar(network.Amplitude.Initial, Purpose.InitialAmplitude, particle);

    public double Bias(long particle) => Scalar(network.Bias.Initial, Purpose.InitialBias, particle);

    private double Scalar(ScalarLaw law, Purpose purpose, long particle)
    {
        Span<double> draw = stackalloc double[1];
        switch (law)
        {
            case ConstantScalar constant:
                return constant.Value;
            case ListedScalar listed:
                return listed.Values[(int)particle];
            case GaussianScalar gaussian:
                Normals.Fill(seed, purpose, 0, particle, draw);
                return gaussian.Scale * draw[0];
            case UniformScalar uniform:
                Uniforms.Fill(seed, purpose, 0, particle, draw);
                return Math.FusedMultiplyAdd(uniform.High - uniform.Low, draw[0], uniform.Low);
            default:
                throw new InvalidOperationException($"unknown law {law}");
        }
    }
}
