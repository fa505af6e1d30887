using MeanField.Core.Randomness;

namespace MeanField.Core.Data;

/// <summary>
/// The random numbers of a sample: those of its inputs, and beside them a coin and a normal for its target.
/// </summary>
internal readonly struct SampleStream(ulong seed)
{
    /// <summary>Items are below 2³¹; the upper half of the index space belongs to their targets.</summary>
    private const long Target = 1L << 31;

    /// <summary>x ~ N(0, I).</summary>
    public void Normal(Purpose purpose, long step, int item, Span<double> x) =>
        Normals.Fill(seed, purpose, step, item, x);

    /// <summary>64 random bits, number <paramref name="word"/> of the sample's inputs.</summary>
    public ulong Bits(Purpose purpose, long step, int item, int word) =>
        Uniforms.Bits(seed, purpose, step, item, word);

    /// <summary>A whole number in [0, bound).</summary>
    public long Below(Purpose purpose, long step, int item, long bound) =>
        Uniforms.Below(seed, purpose, step, item, 0, bound);

    /// <summary>+1 or −1, with probability ½.</summary>
    public double Sign(Purpose purpose, long step, int item) =>
        (Uniforms.Bits(seed, purpose, step, Target + item, 0) >> 63) == 0 ? 1 : -1;

    /// <summary>g ~ N(0, 1), independent of the inputs.</summary>
    public double Noise(Purpose purpose, long step, int item)
    {
        Span<double> g = stackalloc double[1];
        Normals.Fill(seed, purpose, step, Target + item, g);
        return g[0];
    }
}
