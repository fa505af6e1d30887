using System.Runtime.CompilerServices;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Model.Activations;

/// <summary>σ(u) = log(1 + e^u), σ' = 1/(1 + e^{−u}).</summary>
public readonly struct Softplus<TSimd, TVector, T> : IActivation<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(TVector u, out TVector value, out TVector slope)
    {
        value = Elementary<TSimd, TVector, T>.Softplus(u);
        slope = Elementary<TSimd, TVector, T>.Sigmoid(u);
    }
}
