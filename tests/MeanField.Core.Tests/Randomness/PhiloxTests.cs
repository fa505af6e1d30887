using System.Runtime.Intrinsics;
using CsCheck;
using MeanField.Core.Numerics.Simd;
using MeanField.Core.Randomness;

namespace MeanField.Core.Tests.Randomness;

/// <summary>Known answers: the philox4x32-10 lines of kat_vectors in Random123 (Salmon et al., SC 2011).</summary>
public class PhiloxTests
{
    private static readonly Gen<PhiloxWords> AnyWords =
        Gen.Select(Gen.UInt, Gen.UInt, Gen.UInt, Gen.UInt, (a, b, c, d) => new PhiloxWords(a, b, c, d));

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

    [Fact]
    public void Every_lane_of_every_width_gives_the_words_of_its_counter() =>
        Gen.Select(AnyWords.Array[8], Gen.ULong).Sample((counters, key) =>
        {
            var expected = Array.ConvertAll(counters, counter => Philox.Generate(counter, key));
            Assert.Equal(expected, Lanes<Simd128<double>, Vector128<double>>(counters, key));
            Assert.Equal(expected, Lanes<Simd256<double>, Vector256<double>>(counters, key));
            Assert.Equal(expected, Lanes<Simd512<double>, Vector512<double>>(counters, key));
        });

    private static unsafe PhiloxWords[] Lanes<TSimd, TVector>(PhiloxWords[] counters, ulong key)
        where TSimd : ISimd<TVector, double>, IWordLanes<TVector>
        where TVector : struct
    {
        var schedule = stackalloc double[PhiloxLanes<TSimd, TVector>.ScheduleLength];
        PhiloxLanes<TSimd, TVector>.Schedule(key, schedule);
        var columns = stackalloc ulong[4 * 8];
        for (var i = 0; i < 8; i++)
        {
            (columns[i], columns[8 + i]) = (counters[i].Word0, counters[i].Word1);
            (columns[16 + i], columns[24 + i]) = (counters[i].Word2, counters[i].Word3);
        }
        for (var i = 0; i < 8; i += TSimd.Count)
        {
            var words = (double*)columns + i;
            PhiloxLanes<TSimd, TVector>.Generate(
                TSimd.Load(words), TSimd.Load(words + 8), TSimd.Load(words + 16), TSimd.Load(words + 24),
                schedule, out var lower, out var upper);
            TSimd.Store(lower, words);
            TSimd.Store(upper, words + 8);
        }
        var results = new PhiloxWords[8];
        for (var i = 0; i < 8; i++)
        {
            results[i] = new(
                (uint)columns[i], (uint)(columns[i] >> 32), (uint)columns[8 + i], (uint)(columns[8 + i] >> 32));
        }
        return results;
    }
}
