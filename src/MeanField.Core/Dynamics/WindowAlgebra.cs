using System.Numerics;
using System.Runtime.Intrinsics;

namespace MeanField.Core.Dynamics;

/// <summary>The small dense products of a window, lanes running over samples; the same bits at any width.</summary>
internal static unsafe class WindowAlgebra
{
    /// <summary>gram[j, l] = ⟨x_j, x_l⟩ for l > j, from inputs laid out coordinate by coordinate (d × stride).</summary>
    public static void Gram(double* inputs, int dimension, int stride, int samples, double* gram)
    {
        for (var j = 0; j < samples; j++)
        {
            var l = 0;
            for (; l + Vector512<double>.Count <= samples; l += Vector512<double>.Count)
            {
                var sum = Vector512<double>.Zero;
                for (var i = 0; i < dimension; i++)
                {
                    var row = inputs + i * stride;
                    sum = Vector512.FusedMultiplyAdd(Vector512.Create(row[j]), Vector512.Load(row + l), sum);
                }
                sum.Store(gram + j * stride + l);
            }
            for (; l < samples; l++)
            {
                var sum = 0.0;
                for (var i = 0; i < dimension; i++)
                    sum = Math.FusedMultiplyAdd(inputs[i * stride + j], inputs[i * stride + l], sum);
                gram[j * stride + l] = sum;
            }
        }
    }

    /// <summary>table[i, l] = inputs[i, l] · (factors[l] · rate), rounded once more to the precision of the particles.</summary>
    public static void ScaleColumns<T>(
        double* inputs, int dimension, int stride, int samples, double[] factors, double rate, T* table)
        where T : unmanaged, INumberBase<T>
    {
        Span<double> scaled = stackalloc double[samples];
        for (var l = 0; l < samples; l++)
            scaled[l] = factors[l] * rate;
        for (var i = 0; i < dimension; i++)
        {
            var source = inputs + i * stride;
            var destination = table + i * stride;
            for (var l = 0; l < samples; l++)
                destination[l] = T.CreateTruncating(source[l] * scaled[l]);
        }
    }
}
