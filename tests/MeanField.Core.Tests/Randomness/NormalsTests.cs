using CsCheck;
using MeanField.Core.Randomness;
using MeanField.Core.Tests.Numerics;
using Lanes128 = MeanField.Core.Randomness.NormalLanes<
    MeanField.Core.Numerics.Simd.Simd128<double>, System.Runtime.Intrinsics.Vector128<double>>;
using Lanes256 = MeanField.Core.Randomness.NormalLanes<
    MeanField.Core.Numerics.Simd.Simd256<double>, System.Runtime.Intrinsics.Vector256<double>>;
using Lanes512 = MeanField.Core.Randomness.NormalLanes<
    MeanField.Core.Numerics.Simd.Simd512<double>, System.Runtime.Intrinsics.Vector512<double>>;

namespace MeanField.Core.Tests.Randomness;

public unsafe class NormalsTests
{
    private static readonly Gen<(ulong Seed, Purpose Purpose, long Step, long Index)> AnyKey = Gen.Select(
        Gen.ULong, Gen.Enum<Purpose>(), Gen.Long[0, (1L << 56) - 1], Gen.Long[0, uint.MaxValue - 64L]);

    private delegate void FillLanes(RandomStream stream, uint index, Span<double> destination);

    private delegate void FillPairLanes(
        RandomStream stream, uint firstIndex, int pair, int count, double* even, double* odd);

    [Fact]
    public void A_normal_is_that_of_Box_and_Muller_from_its_counter() =>
        Gen.Select(AnyKey, Gen.Int[0, 40]).Sample((key, coordinate) =>
        {
            var z = new double[coordinate + 1];
            Normals.Fill(key.Seed, key.Purpose, key.Step, key.Index, z);
            Assert.Equal(BoxMuller(key, coordinate), z[coordinate], 1e-14);
        });

    [Fact]
    public void Filling_by_coordinates_and_by_particles_gives_the_same_bits() =>
        Gen.Select(AnyKey, Gen.Int[0, 30], Gen.Int[1, 4]).Sample((key, pair, octets) =>
        {
            var count = 8 * octets;
            var (even, odd) = (new double[count], new double[count]);
            fixed (double* evens = even, odds = odd)
                Normals.FillPair(key.Seed, key.Purpose, key.Step, key.Index, pair, count, evens, odds);
            var z = new double[2 * pair + 2];
            for (var i = 0; i < count; i++)
            {
                Normals.Fill(key.Seed, key.Purpose, key.Step, key.Index + i, z);
                Assert.Equal((z[^2], z[^1]), (even[i], odd[i]));
            }
        }, iter: 200);

    [Fact]
    public void Single_precision_rounds_the_same_numbers() =>
        Gen.Select(AnyKey, Gen.Int[1, 12]).Sample((key, octets) =>
        {
            var count = 8 * octets;
            var index = key.Index & 0xFFFF;
            var (z, rounded) = (new double[2 * count], new float[2 * count]);
            fixed (double* even = z)
            fixed (float* single = rounded)
            {
                Normals.FillPair(key.Seed, key.Purpose, key.Step, index, 7, count, even, even + count);
                Normals.FillPair(key.Seed, key.Purpose, key.Step, index, 7, count, single, single + count);
            }
            Assert.Equal(Array.ConvertAll(z, x => (float)x), rounded);
        });

    [Fact]
    public void A_row_of_normals_is_the_beginning_of_a_longer_one_at_every_width() =>
        Gen.Select(AnyKey, Gen.Int[0, 300]).Sample((key, length) =>
        {
            var stream = new RandomStream(key.Seed, key.Purpose, key.Step);
            var expected = new double[320];
            Normals.Fill(key.Seed, key.Purpose, key.Step, key.Index, expected);
            FillLanes[] widths =
            [
                Lanes128.Fill,
                Lanes256.Fill,
                Lanes512.Fill,
            ];
            foreach (var fill in widths)
            {
                var z = new double[length];
                fill(stream, (uint)key.Index, z);
                Assert.Equal(expected[..length], z);
            }
        });

    [Fact]
    public void A_pair_of_coordinates_has_the_same_bits_at_every_width() => AnyKey.Sample(key =>
    {
        var stream = new RandomStream(key.Seed, key.Purpose, key.Step);
        var narrow = Pairs(Lanes128.FillPair, stream, key.Index);
        Assert.Equal(narrow, Pairs(Lanes256.FillPair, stream, key.Index));
        Assert.Equal(narrow, Pairs(Lanes512.FillPair, stream, key.Index));
    });

    [Fact]
    public void A_count_that_is_no_multiple_of_eight_is_refused()
    {
        var buffer = new double[32];
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            fixed (double* z = buffer)
                Normals.FillPair(1, Purpose.Noise, 0, 0, 0, 12, z, z + 16);
        });
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1L << 56, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 1L << 32)]
    public void A_step_or_an_index_that_no_counter_can_hold_is_refused(long step, long index) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Normals.Fill(1, Purpose.Noise, step, index, new double[2]));

    private static double BoxMuller((ulong Seed, Purpose Purpose, long Step, long Index) key, int coordinate)
    {
        var counter = new PhiloxWords(
            (uint)coordinate / 2, (uint)key.Index, (uint)key.Step,
            ((uint)key.Purpose << 24) | (uint)(key.Step >> 32));
        var words = Philox.Generate(counter, key.Seed);
        var u = 1 - Math.ScaleB(words.LowerHalf >> 12, -52);
        var v = Math.ScaleB(words.UpperHalf >> 12, -52);
        var radius = Math.Sqrt(-2 * BigElementary.Log(u).ToDouble());
        var angle = new BigReal(8, 0) * BigElementary.ArctanOfOne * v;
        var direction = coordinate % 2 == 0 ? BigElementary.Cos(angle) : BigElementary.Sin(angle);
        return radius * direction.ToDouble();
    }

    private static double[] Pairs(FillPairLanes fill, RandomStream stream, long index)
    {
        var z = new double[48];
        fixed (double* even = z)
            fill(stream, (uint)index, 3, 24, even, even + 24);
        return z;
    }
}
