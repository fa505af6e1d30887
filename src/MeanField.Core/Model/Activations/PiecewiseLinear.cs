using System.Runtime.CompilerServices;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Model.Activations;

/// <summary>Linear between knots (t_k, σ_k), constant outside them; at a knot the value is the knot's own.</summary>
/// <remarks>A chain of selects from left to right: after knot k the piece σ_k + m_k (u − t_k) holds, m_last = 0.</remarks>
public readonly unsafe struct PiecewiseLinear<TSimd, TVector, T>(double* knots, int count)
    : IActivation<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(TVector u, out TVector value, out TVector slope)
    {
        value = TSimd.Constant(knots[1]);
        slope = TSimd.Zero;
        for (var k = 0; k < count; k++)
        {
            var knot = knots + PiecewiseLinearKnot.Stride * k;
            var (t, start, steepness) = (TSimd.Constant(knot[0]), TSimd.Constant(knot[1]), TSimd.Constant(knot[2]));
            var piece = TSimd.MultiplyAdd(steepness, TSimd.Subtract(u, t), start);
            var beyond = TSimd.GreaterThan(u, t);
            value = TSimd.Select(beyond, piece, value);
            slope = TSimd.Select(beyond, steepness, slope);
        }
    }
}
