using CsCheck;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

public static partial class SpecificationGen
{
    public static Gen<ActivationSpec> Activation =>
        Gen.OneOf<ActivationSpec>(
            Gen.OneOf<ActivationSpec>(
                new ReluActivation(),
                new TanhActivation(),
                new ErfActivation(),
                new SoftplusActivation(),
                new LinearActivation(),
                new QuadraticActivation(),
                new SineActivation()),
            Knots(2, -2, 2).Select(knots => new PiecewiseLinearActivation(knots)),
            Gen.Double[-1, 1].Select(shift => new SigmoidActivation(shift)),
            Gen.Double[-0.5, 0.5].Array[1, 4].Select(c => new PolynomialActivation(new(c))));

    private static Gen<NetworkSpec> Network(int dimension) =>
        from particles in Gen.Int[1, 150]
        from activation in Activation
        from weights in Weights(particles, dimension)
        from amplitude in Scalar(particles)
        from bias in Scalar(particles)
        from outputScale in Gen.Double[0.5, 2]
        from scaling in Gen.Enum<Scaling>()
        select new NetworkSpec
        {
            Particles = particles,
            Activation = activation,
            Weights = new() { Initial = weights },
            Amplitude = amplitude,
            Bias = bias,
            OutputScale = outputScale,
            Scaling = scaling,
        };

    private static Gen<WeightLaw> Weights(int particles, int dimension) =>
        Gen.OneOf<WeightLaw>(
            Gen.Double[0, 2].Select(scale => new GaussianWeights(scale)),
            Gen.Double[0, 2].Select(radius => new SphereWeights(radius)),
            Vector(dimension).Select(value => new FixedWeights(value)),
            Matrix(particles, dimension).Select(values => new RowWeights(values)));

    private static Gen<ScalarParameterSpec> Scalar(int particles) =>
        Gen.Select(
            Gen.Bool,
            ScalarLaw(particles),
            (trained, initial) => new ScalarParameterSpec { Trained = trained, Initial = initial });

    private static Gen<ScalarLaw> ScalarLaw(int particles) =>
        Gen.OneOf<ScalarLaw>(
            Gen.Double[-1, 1].Select(value => new ConstantScalar(value)),
            Gen.Double[0, 1].Select(scale => new GaussianScalar(scale)),
            Gen.Select(Gen.Double[-1, 0], Gen.Double[0, 1], (low, high) => new UniformScalar(low, high)),
            Vector(particles).Select(values => new ListedScalar(values)));
}
