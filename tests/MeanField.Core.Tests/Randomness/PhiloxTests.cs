using System.Runtime.Intrinsics;
using CsCheck;
using MeanField.Core.Numerics.Simd;
using MeanField.Core.Randomness;

namespace MeanField.Core.Tests.Randomness;

/// <summary>
/// Known answers: the philox4x32-10 lines of kat_vectors in Random123 (Salmon et al., SC 2011).
/// </summary>
public class PhiloxTests
{
    private static readonly Gen<RandomStream> AnyStream = Gen.Select(
        Gen.ULong, Gen.Enum<Purpose>(), Gen.Long[0, (1L << 56) - 1],
        (seed, purpose, step) => new RandomStream(seed, purpose, step));

    private delegate PhiloxWords[] Generator(
        RandomStream stream, uint block, uint index, ulong blockStep, int count);

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
    public void A_counter_gives_the_words_of_the_reference(
        PhiloxWords counter, ulong key, PhiloxWords expected) =>
        Assert.Equal(expected, Philox.Generate(counter, key));

    [Fact]
    public void Every_lane_of_every_width_gives_the_words_of_its_counter() =>
        Gen.Select(AnyStream, Gen.UInt, Gen.UInt, Gen.Int[0, 1], Gen.Int[1, 5]).Sample(
            (stream, block, index, blockStep, octets) =>
            {
                var expected = new PhiloxWords[8 * octets];
                for (var i = 0u; i < expected.Length; i++)
                {
                    var (b, n) = blockStep == 1 ? (block + i, index) : (block, index + i);
                    expected[i] = Philox.Generate(
                        new(b, n, stream.StepLow, stream.PurposeAndStepHigh), stream.Key);
                }
                Generator[] widths =
                [
                    Lanes<Simd128<double>, Vector128<double>>,
                    Lanes<Simd256<double>, Vector256<double>>,
                    Lanes<Simd512<double>, Vector512<double>>,
                ];
                foreach (var generate in widths)
                    Assert.Equal(expected, generate(stream, block, index, (ulong)blockStep, expected.Length));
            });

    private static unsafe PhiloxWords[] Lanes<TSimd, TVector>(
        RandomStream stream, uint block, uint index, ulong blockStep, int count)
        where TSimd : ISimd<TVector, double>, IWordLanes<TVector>
        where TVector : struct
    {
        var indices = TSimd.Indices;
        var (lower, upper) = (new ulong[count], new ulong[count]);
        fixed (ulong* low = lower, up = upper)
        {
            PhiloxLanes<TSimd, TVector>.Generate(
                stream,
                blockStep == 1 ? TSimd.AddBits(TSimd.Bits(block), indices) : TSimd.Bits(block),
                blockStep == 1 ? TSimd.Bits(index) : TSimd.AddBits(TSimd.Bits(index), indices),
                blockStep, 1 - blockStep, count, (double*)low, (double*)up);
        }
        return [.. lower.Zip(upper, Words)];
    }

    private static PhiloxWords Words(ulong lower, ulong upper) =>
        new((uint)lower, (uint)(lower >> 32), (uint)upper, (uint)(upper >> 32));
}
