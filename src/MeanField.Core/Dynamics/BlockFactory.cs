using System.Numerics;
using System.Runtime.Intrinsics;
using MeanField.Core.Measures;
using MeanField.Core.Model;
using MeanField.Core.Model.Activations;
using MeanField.Core.Numerics.Simd;
using MeanField.Core.Particles;
using MeanField.Core.Specification;

namespace MeanField.Core.Dynamics;

/// <summary>Chooses the kernel compiled for a specification: width, precision, activation.</summary>
internal static unsafe class BlockFactory
{
    public static IParticleBlock Create(
        ExperimentSpec spec, WindowPlan plan, LeafRange leaves, InitialParticles initial, LeafProbe probe,
        SimdWidth width)
    {
        var request = new Request(spec.Network.Activation, plan, leaves, initial, probe);
        return spec.Compute.Precision == Precision.Double ? OfWidth<double>(request, width) : OfWidth<float>(request, width);
    }

    private static IParticleBlock OfWidth<T>(Request request, SimdWidth width)
        where T : unmanaged, INumberBase<T> => width switch
        {
            SimdWidth.Bits512 => OfActivation<Simd512<T>, Vector512<T>, T>(request),
            SimdWidth.Bits256 => OfActivation<Simd256<T>, Vector256<T>, T>(request),
            _ => OfActivation<Simd128<T>, Vector128<T>, T>(request),
        };

    private static IParticleBlock OfActivation<TSimd, TVector, T>(Request request)
        where TSimd : ISimd<TVector, T>
        where TVector : struct
        where T : unmanaged, INumberBase<T>
    {
        var table = request.Plan.ActivationTable.Pointer;
        return request.Activation switch
        {
            ReluActivation => Block(new Relu<TSimd, TVector, T>()),
            TanhActivation => Block(new Tanh<TSimd, TVector, T>()),
            ErfActivation => Block(new ErfUnit<TSimd, TVector, T>()),
            SigmoidActivation(var shift) => Block(new Sigmoid<TSimd, TVector, T>(shift)),
            SoftplusActivation => Block(new Softplus<TSimd, TVector, T>()),
            LinearActivation => Block(new Linear<TSimd, TVector, T>()),
            QuadraticActivation => Block(new Quadratic<TSimd, TVector, T>()),
            SineActivation => Block(new Sine<TSimd, TVector, T>()),
            PiecewiseLinearActivation(var knots) =>
                Block(new PiecewiseLinear<TSimd, TVector, T>(table, knots.Count)),
            PolynomialActivation(var coefficients) =>
                Block(new Polynomial<TSimd, TVector, T>(table, coefficients.Count)),
            var other => throw new NotSupportedException($"No kernel for {other}."),
        };

        IParticleBlock Block<TActivation>(TActivation activation)
            where TActivation : struct, IActivation<TSimd, TVector, T> =>
            new RidgeBlock<TSimd, TVector, T, TActivation>(
                request.Plan, activation, request.Leaves, request.Initial, request.Probe);
    }

    private sealed record Request(
        ActivationSpec Activation,
        WindowPlan Plan,
        LeafRange Leaves,
        InitialParticles Initial,
        LeafProbe Probe);
}
