using System.Runtime.Intrinsics;

namespace MeanField.Benchmarks.Workloads;

/// <summary>
/// Nanoseconds of processor time for one multiply-add of doubles in registers, at the widest vectors: the
/// unit of the guard.
/// </summary>
internal static class FusedPeak
{
    private const int Chains = 8;
    private const long Passes = 2_000_000;

    public static double Nanoseconds()
    {
        var sink = 0.0;
        var time = CpuTime.NanosecondsOf(() => sink = Vector512.IsHardwareAccelerated ? Wide() : Narrow());
        if (sink == 0.5)
            Console.WriteLine();
        var lanes = Vector512.IsHardwareAccelerated ? Vector512<double>.Count : Vector256<double>.Count;
        return time / (Passes * Chains * lanes);
    }

    private static double Wide()
    {
        var (a, b) = (Vector512.Create(0.999999), Vector512.Create(1e-9));
        Vector512<double> c0 = b, c1 = a, c2 = b, c3 = a, c4 = b, c5 = a, c6 = b, c7 = a;
        for (long i = 0; i < Passes; i++)
        {
            c0 = Vector512.FusedMultiplyAdd(c0, a, b);
            c1 = Vector512.FusedMultiplyAdd(c1, a, b);
            c2 = Vector512.FusedMultiplyAdd(c2, a, b);
            c3 = Vector512.FusedMultiplyAdd(c3, a, b);
            c4 = Vector512.FusedMultiplyAdd(c4, a, b);
            c5 = Vector512.FusedMultiplyAdd(c5, a, b);
            c6 = Vector512.FusedMultiplyAdd(c6, a, b);
            c7 = Vector512.FusedMultiplyAdd(c7, a, b);
        }
        return Vector512.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7);
    }

    private static double Narrow()
    {
        var (a, b) = (Vector256.Create(0.999999), Vector256.Create(1e-9));
        Vector256<double> c0 = b, c1 = a, c2 = b, c3 = a, c4 = b, c5 = a, c6 = b, c7 = a;
        for (long i = 0; i < Passes; i++)
        {
            c0 = Vector256.FusedMultiplyAdd(c0, a, b);
            c1 = Vector256.FusedMultiplyAdd(c1, a, b);
            c2 = Vector256.FusedMultiplyAdd(c2, a, b);
            c3 = Vector256.FusedMultiplyAdd(c3, a, b);
            c4 = Vector256.FusedMultiplyAdd(c4, a, b);
            c5 = Vector256.FusedMultiplyAdd(c5, a, b);
            c6 = Vector256.FusedMultiplyAdd(c6, a, b);
            c7 = Vector256.FusedMultiplyAdd(c7, a, b);
        }
        return Vector256.Sum(c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7);
    }
}
