using System.Runtime.CompilerServices;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Model.Activations;

/// <summary>σ(u) = Σ_k c_k u^k, with its derivative, by Horner's rule.</summary>
public readonly unsafe struct Polynomial<TSimd, TVector, T>(double* coefficients, int count)
    : IActivation<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(TVector u, out TVector value, out TVector slope)
    {
        value = TSimd.Constant(coefficients[count - 1]);
        slope = TSimd.Zero;
        for (var k = count - 2; k >= 0; k--)
        {
            slope = TSimd.MultiplyAdd(slope, u, value);
            value = TSimd.MultiplyAdd(value, u, TSimd.Constant(coefficients[k]));
        }
    }
}
