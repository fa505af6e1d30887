using System.Numerics;

namespace MeanField.Core.Dynamics;

/// <summary>The sum of a row of lanes in double precision, by halves: one fixed order.</summary>
internal static unsafe class LaneSum
{
    private const int MostLanes = 32;

    public static double Of<T>(T* lanes, int count)
        where T : unmanaged, INumberBase<T>
    {
        var sums = stackalloc double[MostLanes];
        for (var i = 0; i < count; i++)
            sums[i] = double.CreateTruncating(lanes[i]);
        for (var half = count / 2; half > 0; half /= 2)
            for (var i = 0; i < half; i++)
                sums[i] += sums[i + half];
        return sums[0];
    }
}
