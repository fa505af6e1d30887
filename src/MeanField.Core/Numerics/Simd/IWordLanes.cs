namespace MeanField.Core.Numerics.Simd;

/// <summary>Operations on the 64-bit words that a vector's bits are, whatever its element type.</summary>
public interface IWordLanes<TVector>
    where TVector : struct
{
    /// <summary>0, 1, 2, … as 64-bit integers.</summary>
    static abstract TVector Indices { get; }

    /// <summary>The 64-bit products of the low 32 bits of each word.</summary>
    static abstract TVector Product(TVector a, TVector b);
}
