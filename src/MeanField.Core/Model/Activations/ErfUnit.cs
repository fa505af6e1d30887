using System.Runtime.CompilerServices;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Model.Activations;

/// <summary>σ(u) = erf(u/√2), σ' = √(2/π) e^{−u²/2}.</summary>
public readonly struct ErfUnit<TSimd, TVector, T> : IActivation<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(TVector u, out TVector value, out TVector slope)
    {
        const double inverseSqrt2 = 0.70710678118654752440;
        const double sqrt2OverPi = 0.79788456080286535588;
        value = Elementary<TSimd, TVector, T>.Erf(TSimd.Multiply(u, TSimd.Constant(inverseSqrt2)));
        var exponent = TSimd.Multiply(TSimd.Multiply(u, TSimd.Constant(-0.5)), u);
        slope = TSimd.Multiply(TSimd.Constant(sqrt2OverPi), Elementary<TSimd, TVector, T>.Exp(exponent));
    }
}
