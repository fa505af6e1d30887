namespace MeanField.Core.Numerics.Simd;

/// <summary>
/// The lane-wise operations of one vector type. Kernels are written once against this dictionary; every
/// operation is exactly rounded per lane (IEEE 754), so all widths give the same bits.
/// </summary>
/// <typeparam name="TVector">Vector128, Vector256 or Vector512 of <typeparamref name="T"/>.</typeparam>
/// <typeparam name="T">double or float.</typeparam>
public unsafe interface ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    static abstract int Count { get; }

    static abstract TVector Zero { get; }

    static abstract TVector Broadcast(T value);

    /// <summary>A literal, rounded to the precision of <typeparamref name="T"/>, in every lane.</summary>
    static abstract TVector Constant(double value);

    static abstract TVector Load(T* source);

    static abstract void Store(TVector value, T* destination);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>a·b + c with one rounding.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    static abstract TVector Negate(TVector a);

    static abstract TVector Abs(TVector a);

    static abstract TVector Sqrt(TVector a);

    static abstract TVector Max(TVector a, TVector b);

    static abstract TVector Min(TVector a, TVector b);

    /// <summary>To the nearest whole number, ties to even.</summary>
    static abstract TVector Round(TVector a);

    /// <summary>All bits set in lanes where a &gt; b.</summary>
    static abstract TVector GreaterThan(TVector a, TVector b);

    /// <summary>All bits set in lanes where a equals b as numbers; NaN equals nothing.</summary>
    static abstract TVector Equal(TVector a, TVector b);

    /// <summary>Lanes of a where the mask is set, else of b.</summary>
    static abstract TVector Select(TVector mask, TVector a, TVector b);

    /// <summary>a, moved into [low, high]; NaN stays NaN. The bounds are not zero.</summary>
    static abstract TVector Clamp(TVector a, TVector low, TVector high);

    /// <summary>A bit pattern in every lane; its low 32 bits where T is float.</summary>
    static abstract TVector Bits(ulong pattern);

    static abstract TVector And(TVector a, TVector b);

    static abstract TVector Or(TVector a, TVector b);

    static abstract TVector Xor(TVector a, TVector b);

    /// <summary>The bit patterns added as integers of the lane's width, modulo 2^64 or 2^32.</summary>
    static abstract TVector AddBits(TVector a, TVector b);

    static abstract TVector SubtractBits(TVector a, TVector b);

    static abstract TVector ShiftBitsLeft(TVector a, int count);

    /// <summary>The bit pattern shifted right, filled with zeros.</summary>
    static abstract TVector ShiftBitsRight(TVector a, int count);
}
