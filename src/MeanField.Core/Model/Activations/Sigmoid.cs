using System.Runtime.CompilerServices;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Model.Activations;

/// <summary>σ(u) = 1/(1 + e^{−(u − shift)}), σ' = σ(1 − σ).</summary>
public readonly struct Sigmoid<TSimd, TVector, T>(double shift) : IActivation<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(TVector u, out TVector value, out TVector slope)
    {
        value = Elementary<TSimd, TVector, T>.Sigmoid(TSimd.Subtract(u, TSimd.Constant(shift)));
        slope = TSimd.Multiply(value, TSimd.Subtract(TSimd.Constant(1), value));
    }
}
