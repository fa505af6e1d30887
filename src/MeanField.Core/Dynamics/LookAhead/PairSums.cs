using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Dynamics.LookAhead;

/// <summary>
/// Σ q_l q_j over the particles of a leaf, for one sample l and all samples j before it. Every lane adds its groups
/// in order, and lanes are added by halves: the same bits at any width.
/// </summary>
internal static unsafe class PairSums<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged, System.Numerics.INumberBase<T>
{
    private const int Chunk = 8;

    /// <summary>sums[j] += weights[j] · Σ q_l q_j for j &lt; earlier.</summary>
    /// <param name="q">Groups × samples × lanes.</param>
    /// <param name="groups">In the leaf.</param>
    /// <param name="groupLength">Numbers from one group to the next.</param>
    /// <param name="lanes">In a row.</param>
    /// <param name="sample">l.</param>
    /// <param name="weights">Of the pairs.</param>
    /// <param name="sums">Of the pairs.</param>
    public static void Add(
        T* q, int groups, int groupLength, int lanes, int sample, ReadOnlySpan<double> weights, Span<double> sums)
    {
        var products = stackalloc T[Chunk * lanes];
        for (var first = 0; first < sums.Length; first += Chunk)
        {
            var count = Math.Min(Chunk, sums.Length - first);
            for (var v = 0; v < lanes; v += TSimd.Count)
            {
                var left = q + sample * lanes + v;
                var right = q + first * lanes + v;
                if (count == Chunk)
                    MultiplyChunk(left, right, groups, groupLength, lanes, products + v);
                else
                    MultiplySome(left, right, count, groups, groupLength, lanes, products + v);
            }
            for (var j = 0; j < count; j++)
                sums[first + j] += weights[first + j] * LaneSum.Of(products + j * lanes, lanes);
        }
    }

    private static void MultiplyChunk(T* left, T* right, int groups, int groupLength, int lanes, T* products)
    {
        TVector s0 = TSimd.Zero, s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        for (var g = 0; g < groups; g++, left += groupLength, right += groupLength)
        {
            var q = TSimd.Load(left);
            s0 = TSimd.MultiplyAdd(q, TSimd.Load(right), s0);
            s1 = TSimd.MultiplyAdd(q, TSimd.Load(right + lanes), s1);
            s2 = TSimd.MultiplyAdd(q, TSimd.Load(right + 2 * lanes), s2);
            s3 = TSimd.MultiplyAdd(q, TSimd.Load(right + 3 * lanes), s3);
            s4 = TSimd.MultiplyAdd(q, TSimd.Load(right + 4 * lanes), s4);
            s5 = TSimd.MultiplyAdd(q, TSimd.Load(right + 5 * lanes), s5);
            s6 = TSimd.MultiplyAdd(q, TSimd.Load(right + 6 * lanes), s6);
            s7 = TSimd.MultiplyAdd(q, TSimd.Load(right + 7 * lanes), s7);
        }
        TSimd.Store(s0, products);
        TSimd.Store(s1, products + lanes);
        TSimd.Store(s2, products + 2 * lanes);
        TSimd.Store(s3, products + 3 * lanes);
        TSimd.Store(s4, products + 4 * lanes);
        TSimd.Store(s5, products + 5 * lanes);
        TSimd.Store(s6, products + 6 * lanes);
        TSimd.Store(s7, products + 7 * lanes);
    }

    private static void MultiplySome(
        T* left, T* right, int count, int groups, int groupLength, int lanes, T* products)
    {
        for (var j = 0; j < count; j++)
        {
            var sum = TSimd.Zero;
            for (var g = 0; g < groups; g++)
            {
                var earlier = TSimd.Load(right + g * groupLength + j * lanes);
                sum = TSimd.MultiplyAdd(TSimd.Load(left + g * groupLength), earlier, sum);
            }
            TSimd.Store(sum, products + j * lanes);
        }
    }
}
