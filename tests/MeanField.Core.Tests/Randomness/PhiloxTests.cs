using MeanField.Core.Randomness;

namespace MeanField.Core.Tests.Randomness;

/// <summary>Known answers: the philox4x32-10 lines of kat_vectors in Random123 (Salmon et al., SC 2011).</summary>
public class PhiloxTests
{
    public static TheoryData<PhiloxWords, ulong, PhiloxWords> KnownAnswers => new()
    {
        { new(0, 0, 0, 0), 0, new(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8) },
        {
            new(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue), ulong.MaxValue,
            new(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)
        },
        {
            new(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344), 0x299f31d0_a4093822,
            new(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)
        },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void A_counter_gives_the_words_of_the_reference(PhiloxWords counter, ulong key, PhiloxWords expected) =>
        Assert.Equal(expected, Philox.Generate(counter, key));
}
