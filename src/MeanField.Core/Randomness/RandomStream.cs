namespace MeanField.Core.Randomness;

/// <summary>
/// The counters of (purpose, step): (block, index, step's low word, purpose and step's upper 24 bits).
/// Normals use blocks below 2³¹, uniforms those above, so the two never share a word.
/// </summary>
internal readonly record struct RandomStream
{
    private const uint UniformBlocks = 1u << 31;

    public RandomStream(ulong seed, Purpose purpose, long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, 1L << 56);
        Key = seed;
        StepLow = (uint)step;
        PurposeAndStepHigh = ((uint)purpose << 24) | (uint)(step >> 32);
    }

    public ulong Key { get; }

    public uint StepLow { get; }

    public uint PurposeAndStepHigh { get; }

    public PhiloxWords NormalWords(uint index, int pair) => Words((uint)pair, index);

    public ulong UniformBits(uint index, int coordinate)
    {
        var words = Words(UniformBlocks | ((uint)coordinate >> 1), index);
        return (coordinate & 1) == 0 ? words.LowerHalf : words.UpperHalf;
    }

    /// <summary>A particle's or sample's index as a counter word.</summary>
    public static uint Index(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, uint.MaxValue);
        return (uint)index;
    }

    private PhiloxWords Words(uint block, uint index) =>
        Philox.Generate(new(block, index, StepLow, PurposeAndStepHigh), Key);
}
