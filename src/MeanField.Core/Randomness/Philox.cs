namespace MeanField.Core.Randomness;

/// <summary>
/// Philox4×32-10: a keyed bijection of 128-bit counters whose values pass as random (J. K. Salmon, M. A.
/// Moraes, R. O. Dror, D. E. Shaw, Parallel random numbers: as easy as 1, 2, 3, SC 2011). Without state: any
/// value at any time.
/// </summary>
public static class Philox
{
    internal const int Rounds = 10;
    internal const uint MultiplierA = 0xD251_1F53;
    internal const uint MultiplierB = 0xCD9E_8D57;
    internal const uint WeylA = 0x9E37_79B9;
    internal const uint WeylB = 0xBB67_AE85;

    /// <summary>The four random words of one counter.</summary>
    public static PhiloxWords Generate(PhiloxWords counter, ulong key)
    {
        var (x0, x1, x2, x3) = (counter.Word0, counter.Word1, counter.Word2, counter.Word3);
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        for (var round = 0; round < Rounds; round++)
        {
            var a = (ulong)MultiplierA * x0;
            var b = (ulong)MultiplierB * x2;
            (x0, x1, x2, x3) = ((uint)(b >> 32) ^ x1 ^ k0, (uint)b, (uint)(a >> 32) ^ x3 ^ k1, (uint)a);
            k0 += WeylA;
            k1 += WeylB;
        }
        return new(x0, x1, x2, x3);
    }
}
