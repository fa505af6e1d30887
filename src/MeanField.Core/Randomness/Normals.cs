using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Randomness;

/// <summary>
/// Standard normal numbers z(seed, purpose, step, index, coordinate): one mathematical function, whichever
/// way it is asked for. Indices are below 2³², steps below 2⁵⁶.
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

    /// <summary>
    /// Coordinates 2·pair and 2·pair+1 of <paramref name="count"/> consecutive indices, a multiple of 8.
    /// </summary>
    public static unsafe void FillPair(
        ulong seed, Purpose purpose, long step, long firstIndex, int pair, int count,
        double* even, double* odd)
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

    /// <summary>The same numbers, rounded to single precision.</summary>
    [SkipLocalsInit]
    public static unsafe void FillPair(
        ulong seed, Purpose purpose, long step, long firstIndex, int pair, int count,
        float* even, float* odd)
    {
        const int atATime = 64;
        var evens = stackalloc double[2 * atATime];
        var odds = evens + atATime;
        for (var first = 0; first < count; first += atATime)
        {
            var length = Math.Min(atATime, count - first);
            FillPair(seed, purpose, step, firstIndex + first, pair, length, evens, odds);
            for (var i = 0; i < length; i += Vector256<float>.Count)
            {
                Narrow(evens + i).Store(even + first + i);
                Narrow(odds + i).Store(odd + first + i);
            }
        }
    }

    private static unsafe Vector256<float> Narrow(double* source) =>
        Vector256.Narrow(Vector256.Load(source), Vector256.Load(source + Vector256<double>.Count));
}
