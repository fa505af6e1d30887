using System.Runtime.Intrinsics;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Randomness;

/// <summary>
/// Standard normal numbers z(seed, purpose, step, index, coordinate): one mathematical function, whichever way it
/// is asked for. Indices are below 2³², steps below 2⁵⁶.
/// </summary>
public static class Normals
{
    /// <summary>Coordinates 0, 1, … of one index.</summary>
    public static void Fill(ulong seed, Purpose purpose, long step, long index, Span<double> destination)
    {
        var stream = new RandomStream(seed, purpose, step);
        var word = RandomStream.Index(index);
        if (Vector512.IsHardwareAccelerated)
            NormalLanes<Simd512<double>, Vector512<double>>.Fill(stream, word, destination);
        else if (Vector256.IsHardwareAccelerated)
            NormalLanes<Simd256<double>, Vector256<double>>.Fill(stream, word, destination);
        else
            NormalLanes<Simd128<double>, Vector128<double>>.Fill(stream, word, destination);
    }

    /// <summary>Coordinates 2·pair and 2·pair+1 of <paramref name="count"/> consecutive indices, a multiple of 8.</summary>
    public static unsafe void FillPair(
        ulong seed, Purpose purpose, long step, long firstIndex, int pair, int count, double* even, double* odd)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(count & 7, 0, nameof(count));
        var stream = new RandomStream(seed, purpose, step);
        var word = RandomStream.Index(firstIndex);
        if (Vector512.IsHardwareAccelerated)
            NormalLanes<Simd512<double>, Vector512<double>>.FillPair(stream, word, pair, count, even, odd);
        else if (Vector256.IsHardwareAccelerated)
            NormalLanes<Simd256<double>, Vector256<double>>.FillPair(stream, word, pair, count, even, odd);
        else
            NormalLanes<Simd128<double>, Vector128<double>>.FillPair(stream, word, pair, count, even, odd);
    }
}
