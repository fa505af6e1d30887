using System.Runtime.CompilerServices;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Model.Activations;

/// <summary>σ(u) = max(u, 0).</summary>
public readonly struct Relu<TSimd, TVector, T> : IActivation<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(TVector u, out TVector value, out TVector slope)
    {
        var positive = TSimd.GreaterThan(u, TSimd.Zero);
        value = TSimd.Select(positive, u, TSimd.Zero);
        slope = TSimd.Select(positive, TSimd.Constant(1), TSimd.Zero);
    }
}
