using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Model;

/// <summary>σ and σ' on lanes. A struct, so that kernels are compiled anew, and inlined, for each.</summary>
public interface IActivation<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>σ(u) and σ'(u); at a kink the slope is the one from the left.</summary>
    void Evaluate(TVector u, out TVector value, out TVector slope);
}
