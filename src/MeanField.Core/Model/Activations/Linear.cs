using System.Runtime.CompilerServices;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Model.Activations;

/// <summary>σ(u) = u.</summary>
public readonly struct Linear<TSimd, TVector, T> : IActivation<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(TVector u, out TVector value, out TVector slope)
    {
        value = u;
        slope = TSimd.Constant(1);
    }
}
