using System.Runtime.CompilerServices;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Dynamics;

/// <summary>
/// The products and updates of one group of particles (rows × lanes) with the samples of a window. Every lane adds
/// its terms in the same order whatever the width and however samples are cut in chunks: the bits are the same.
/// </summary>
internal static unsafe class GroupAlgebra<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Samples whose numbers stay in registers.</summary>
    public const int Chunk = 8;

    /// <summary>u_l ← start + Σ_i rows_i · table[i, l] for all samples l.</summary>
    public static void Product(T* rows, int count, int lanes, T* table, int stride, int samples, T* start, T* u)
    {
        for (var v = 0; v < lanes; v += TSimd.Count)
        {
            var l = 0;
            for (; l + Chunk <= samples; l += Chunk)
                ProductChunk(rows + v, count, lanes, table + l, stride, TSimd.Load(start + v), u + l * lanes + v);
            for (; l < samples; l++)
                ProductOne(rows + v, count, lanes, table + l, stride, TSimd.Load(start + v), u + l * lanes + v);
        }
    }

    /// <summary>rows_i ← rows_i + Σ_j q_j · table[i, j], j ascending.</summary>
    public static void Update(T* rows, int count, int lanes, T* table, int stride, int samples, T* q)
    {
        for (var v = 0; v < lanes; v += TSimd.Count)
        {
            var j = 0;
            for (; j + Chunk <= samples; j += Chunk)
                UpdateChunk(rows + v, count, lanes, table + j, stride, q + j * lanes + v);
            for (; j < samples; j++)
                UpdateOne(rows + v, count, lanes, table + j, stride, q + j * lanes + v);
        }
    }

    /// <summary><see cref="Update"/> by one window and <see cref="Product"/> with the next, one read and one write of the rows; 8 samples each.</summary>
    public static void UpdateAndProduct(
        T* rows, int count, int lanes, T* update, T* product, int stride, T* start, T* u)
    {
        for (var v = 0; v < lanes; v += TSimd.Count)
            UpdateAndProductChunk(rows + v, count, lanes, update, product, stride, TSimd.Load(start + v), u + v);
    }

    /// <summary>rows_i ← rows_i · factor.</summary>
    public static void Scale(T* rows, int count, int lanes, T factor)
    {
        var scale = TSimd.Broadcast(factor);
        for (var i = 0; i < count * lanes; i += TSimd.Count)
            TSimd.Store(TSimd.Multiply(TSimd.Load(rows + i), scale), rows + i);
    }

    private static void ProductOne(T* rows, int count, int lanes, T* table, int stride, TVector start, T* u)
    {
        var sum = start;
        for (var i = 0; i < count; i++)
            sum = TSimd.MultiplyAdd(TSimd.Load(rows + i * lanes), TSimd.Broadcast(table[i * stride]), sum);
        TSimd.Store(sum, u);
    }

    private static void UpdateOne(T* rows, int count, int lanes, T* table, int stride, T* q)
    {
        var coefficient = TSimd.Load(q);
        for (var i = 0; i < count; i++)
        {
            var row = rows + i * lanes;
            TSimd.Store(TSimd.MultiplyAdd(coefficient, TSimd.Broadcast(table[i * stride]), TSimd.Load(row)), row);
        }
    }

    private static void ProductChunk(T* rows, int count, int lanes, T* table, int stride, TVector start, T* u)
    {
        TVector s0 = start, s1 = start, s2 = start, s3 = start, s4 = start, s5 = start, s6 = start, s7 = start;
        for (var i = 0; i < count; i++, rows += lanes, table += stride)
        {
            var w = TSimd.Load(rows);
            s0 = TSimd.MultiplyAdd(w, TSimd.Broadcast(table[0]), s0);
            s1 = TSimd.MultiplyAdd(w, TSimd.Broadcast(table[1]), s1);
            s2 = TSimd.MultiplyAdd(w, TSimd.Broadcast(table[2]), s2);
            s3 = TSimd.MultiplyAdd(w, TSimd.Broadcast(table[3]), s3);
            s4 = TSimd.MultiplyAdd(w, TSimd.Broadcast(table[4]), s4);
            s5 = TSimd.MultiplyAdd(w, TSimd.Broadcast(table[5]), s5);
            s6 = TSimd.MultiplyAdd(w, TSimd.Broadcast(table[6]), s6);
            s7 = TSimd.MultiplyAdd(w, TSimd.Broadcast(table[7]), s7);
        }
        StoreChunk(u, lanes, s0, s1, s2, s3, s4, s5, s6, s7);
    }

    private static void UpdateChunk(T* rows, int count, int lanes, T* table, int stride, T* q)
    {
        var (q0, q1, q2, q3) = LoadHalf(q, lanes);
        var (q4, q5, q6, q7) = LoadHalf(q + Chunk / 2 * lanes, lanes);
        for (var i = 0; i < count; i++, rows += lanes, table += stride)
            TSimd.Store(Move(TSimd.Load(rows), table, q0, q1, q2, q3, q4, q5, q6, q7), rows);
    }

    private static void UpdateAndProductChunk(
        T* rows, int count, int lanes, T* update, T* product, int stride, TVector start, T* u)
    {
        var (q0, q1, q2, q3) = LoadHalf(u, lanes);
        var (q4, q5, q6, q7) = LoadHalf(u + Chunk / 2 * lanes, lanes);
        TVector s0 = start, s1 = start, s2 = start, s3 = start, s4 = start, s5 = start, s6 = start, s7 = start;
        for (var i = 0; i < count; i++, rows += lanes, update += stride, product += stride)
        {
            var w = Move(TSimd.Load(rows), update, q0, q1, q2, q3, q4, q5, q6, q7);
            TSimd.Store(w, rows);
            s0 = TSimd.MultiplyAdd(w, TSimd.Broadcast(product[0]), s0);
            s1 = TSimd.MultiplyAdd(w, TSimd.Broadcast(product[1]), s1);
            s2 = TSimd.MultiplyAdd(w, TSimd.Broadcast(product[2]), s2);
            s3 = TSimd.MultiplyAdd(w, TSimd.Broadcast(product[3]), s3);
            s4 = TSimd.MultiplyAdd(w, TSimd.Broadcast(product[4]), s4);
            s5 = TSimd.MultiplyAdd(w, TSimd.Broadcast(product[5]), s5);
            s6 = TSimd.MultiplyAdd(w, TSimd.Broadcast(product[6]), s6);
            s7 = TSimd.MultiplyAdd(w, TSimd.Broadcast(product[7]), s7);
        }
        StoreChunk(u, lanes, s0, s1, s2, s3, s4, s5, s6, s7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Move(
        TVector w, T* table, TVector q0, TVector q1, TVector q2, TVector q3,
        TVector q4, TVector q5, TVector q6, TVector q7)
    {
        w = TSimd.MultiplyAdd(q0, TSimd.Broadcast(table[0]), w);
        w = TSimd.MultiplyAdd(q1, TSimd.Broadcast(table[1]), w);
        w = TSimd.MultiplyAdd(q2, TSimd.Broadcast(table[2]), w);
        w = TSimd.MultiplyAdd(q3, TSimd.Broadcast(table[3]), w);
        w = TSimd.MultiplyAdd(q4, TSimd.Broadcast(table[4]), w);
        w = TSimd.MultiplyAdd(q5, TSimd.Broadcast(table[5]), w);
        w = TSimd.MultiplyAdd(q6, TSimd.Broadcast(table[6]), w);
        return TSimd.MultiplyAdd(q7, TSimd.Broadcast(table[7]), w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TVector, TVector, TVector, TVector) LoadHalf(T* q, int lanes) =>
        (TSimd.Load(q), TSimd.Load(q + lanes), TSimd.Load(q + 2 * lanes), TSimd.Load(q + 3 * lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreChunk(
        T* u, int lanes, TVector s0, TVector s1, TVector s2, TVector s3,
        TVector s4, TVector s5, TVector s6, TVector s7)
    {
        TSimd.Store(s0, u);
        TSimd.Store(s1, u + lanes);
        TSimd.Store(s2, u + 2 * lanes);
        TSimd.Store(s3, u + 3 * lanes);
        TSimd.Store(s4, u + 4 * lanes);
        TSimd.Store(s5, u + 5 * lanes);
        TSimd.Store(s6, u + 6 * lanes);
        TSimd.Store(s7, u + 7 * lanes);
    }
}
