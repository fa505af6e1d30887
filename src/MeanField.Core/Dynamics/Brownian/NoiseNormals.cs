using System.Numerics;
using MeanField.Core.Randomness;

namespace MeanField.Core.Dynamics.Brownian;

/// <summary>Rows of normals for the lanes of a group, in the precision of the particles.</summary>
internal static unsafe class NoiseNormals
{
    /// <summary>Rows are drawn in fours: one counter makes two doubles or four singles.</summary>
    public static int Padded(int rows) => (rows + 3) & ~3;

    /// <summary>Fills rows (padded) × lanes.</summary>
    public static void Fill<T>(
        ulong seed, Purpose purpose, long step, long firstParticle, int rows, int lanes, T* destination)
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(double))
            Normals.FillRows(seed, purpose, step, firstParticle, Padded(rows), lanes, (double*)destination);
        else
            Normals.FillRows(seed, purpose, step, firstParticle, Padded(rows), lanes, (float*)destination);
    }
}
