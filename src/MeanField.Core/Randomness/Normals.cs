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
    /// Coordinates 0, 1, … of <paramref name="lanes"/> (a multiple of 16) consecutive indices: rows (an even
    /// number) × lanes, a coordinate a row.
    /// </summary>
    public static unsafe void FillRows(
        ulong seed, Purpose purpose, long step, long firstIndex, int rows, int lanes, double* destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(lanes & 15, 0, nameof(lanes));
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows & 1, 0, nameof(rows));
        var stream = new RandomStream(seed, purpose, step);
        var index = RandomStream.Index(firstIndex);
        if (Vector512.IsHardwareAccelerated)
            NormalLanes<Simd512<double>, Vector512<double>>.FillRows(stream, index, rows, lanes, destination);
        else if (Vector256.IsHardwareAccelerated)
            NormalLanes<Simd256<double>, Vector256<double>>.FillRows(stream, index, rows, lanes, destination);
        else
            NormalLanes<Simd128<double>, Vector128<double>>.FillRows(stream, index, rows, lanes, destination);
    }

    /// <summary>
    /// Another function of the same arguments, in single precision throughout: a multiple of 4 rows.
    /// </summary>
    public static unsafe void FillRows(
        ulong seed, Purpose purpose, long step, long firstIndex, int rows, int lanes, float* destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(lanes & 15, 0, nameof(lanes));
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows & 3, 0, nameof(rows));
        var stream = new RandomStream(seed, purpose, step);
        var index = RandomStream.Index(firstIndex);
        if (Vector512.IsHardwareAccelerated)
        {
            SingleNormalLanes<Simd512<float>, Vector512<float>, Simd512<double>, Vector512<double>>.FillRows(
                stream, index, rows, lanes, destination);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            SingleNormalLanes<Simd256<float>, Vector256<float>, Simd256<double>, Vector256<double>>.FillRows(
                stream, index, rows, lanes, destination);
        }
        else
        {
            SingleNormalLanes<Simd128<float>, Vector128<float>, Simd128<double>, Vector128<double>>.FillRows(
                stream, index, rows, lanes, destination);
        }
    }
}
