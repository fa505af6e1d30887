using MeanField.Core.Numerics;
using MeanField.Core.Randomness;

namespace MeanField.Benchmarks.Workloads;

/// <summary>Nanoseconds of processor time for a normal number, drawn in rows of a group's lanes.</summary>
internal static class NormalCost
{
    public static unsafe double Nanoseconds<T>(int dimension)
        where T : unmanaged
    {
        const long normals = 10_000_000;
        var lanes = 128 / sizeof(T);
        using var buffer = new AlignedBuffer<T>((long)dimension * lanes);
        var pointer = buffer.Pointer;
        var groups = normals / ((long)dimension * lanes);
        return CpuTime.NanosecondsOf(() =>
        {
            for (long group = 0; group < groups; group++)
            {
                if (typeof(T) == typeof(double))
                    Normals.FillRows(1, Purpose.Noise, 0, group * lanes, dimension, lanes, (double*)pointer);
                else
                    Normals.FillRows(1, Purpose.Noise, 0, group * lanes, dimension, lanes, (float*)pointer);
            }
        }) / ((double)groups * dimension * lanes);
    }
}
