namespace MeanField.Core.Randomness;

/// <summary>
/// Uniform numbers, a pure function of (seed, purpose, step, index, coordinate) like <see cref="Normals"/>.
/// </summary>
public static class Uniforms
{
    private const double UnitInLastPlace = 1.0 / (1L << 53);

    /// <summary>Coordinates 0, 1, … of one index: multiples of 2⁻⁵³ in [0, 1).</summary>
    public static void Fill(ulong seed, Purpose purpose, long step, long index, Span<double> destination)
    {
        var stream = new RandomStream(seed, purpose, step);
        var word = RandomStream.Index(index);
        for (var i = 0; i < destination.Length; i++)
            destination[i] = (stream.UniformBits(word, i) >> 11) * UnitInLastPlace;
    }

    /// <summary>64 random bits.</summary>
    public static ulong Bits(ulong seed, Purpose purpose, long step, long index, int coordinate) =>
        new RandomStream(seed, purpose, step).UniformBits(RandomStream.Index(index), coordinate);

    /// <summary>A whole number in [0, bound), each with probability 1/bound to within 2⁻⁶⁴.</summary>
    public static long Below(ulong seed, Purpose purpose, long step, long index, int coordinate, long bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (long)Math.BigMul(Bits(seed, purpose, step, index, coordinate), (ulong)bound, out _);
    }
}
