using System.Runtime.CompilerServices;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Model.Activations;

/// <summary>σ = tanh, σ' = 1 − σ².</summary>
public readonly struct Tanh<TSimd, TVector, T> : IActivation<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(TVector u, out TVector value, out TVector slope)
    {
        value = Elementary<TSimd, TVector, T>.Tanh(u);
        slope = TSimd.MultiplyAdd(TSimd.Negate(value), value, TSimd.Constant(1));
    }
}
