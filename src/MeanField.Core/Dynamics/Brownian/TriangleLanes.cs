using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Dynamics.Brownian;

/// <summary>
/// A lower triangular factor L applied to a group's numbers, one vector per particle: index × lanes. Where L
/// is 0 on the diagonal, so is its column, and a solution is 0 there.
/// </summary>
internal static unsafe class TriangleLanes<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>
    /// u_l ← u_l + Σ_{j ≤ l} L_lj z_j for l from <paramref name="first"/> on; z starts there.
    /// </summary>
    public static void AddProduct(double[] factor, int stride, int first, int end, int lanes, T* z, T* u)
    {
        for (var l = first; l < end; l++)
            for (var v = 0; v < lanes; v += TSimd.Count)
            {
                var sum = TSimd.Load(u + l * lanes + v);
                for (var j = first; j <= l; j++)
                {
                    var entry = TSimd.Constant(factor[l * stride + j]);
                    sum = TSimd.MultiplyAdd(TSimd.Load(z + (j - first) * lanes + v), entry, sum);
                }
                TSimd.Store(sum, u + l * lanes + v);
            }
    }

    /// <summary>Solves L z = b in place, ascending.</summary>
    public static void Solve(double[] factor, int stride, int first, int end, int lanes, T* b)
    {
        for (var l = first; l < end; l++)
            for (var v = 0; v < lanes; v += TSimd.Count)
            {
                var rest = TSimd.Load(b + l * lanes + v);
                for (var j = first; j < l; j++)
                {
                    var entry = TSimd.Constant(-factor[l * stride + j]);
                    rest = TSimd.MultiplyAdd(TSimd.Load(b + j * lanes + v), entry, rest);
                }
                TSimd.Store(Quotient(rest, factor[l * stride + l]), b + l * lanes + v);
            }
    }

    /// <summary>Solves Lᵀ y = b in place, descending.</summary>
    public static void SolveTransposed(double[] factor, int stride, int first, int end, int lanes, T* b)
    {
        for (var l = end - 1; l >= first; l--)
            for (var v = 0; v < lanes; v += TSimd.Count)
            {
                var rest = TSimd.Load(b + l * lanes + v);
                for (var m = l + 1; m < end; m++)
                {
                    var entry = TSimd.Constant(-factor[m * stride + l]);
                    rest = TSimd.MultiplyAdd(TSimd.Load(b + m * lanes + v), entry, rest);
                }
                TSimd.Store(Quotient(rest, factor[l * stride + l]), b + l * lanes + v);
            }
    }

    private static TVector Quotient(TVector rest, double pivot) =>
        pivot == 0 ? TSimd.Zero : TSimd.Divide(rest, TSimd.Constant(pivot));
}
