using CsCheck;
using MeanField.Core.Randomness;
using MeanField.Core.Tests.Numerics;
using Lanes128 = MeanField.Core.Randomness.NormalLanes<
    MeanField.Core.Numerics.Simd.Simd128<double>, System.Runtime.Intrinsics.Vector128<double>>;
using Lanes256 = MeanField.Core.Randomness.NormalLanes<
    MeanField.Core.Numerics.Simd.Simd256<double>, System.Runtime.Intrinsics.Vector256<double>>;
using Lanes512 = MeanField.Core.Randomness.NormalLanes<
    MeanField.Core.Numerics.Simd.Simd512<double>, System.Runtime.Intrinsics.Vector512<double>>;

using Singles128 = MeanField.Core.Randomness.SingleNormalLanes<
    MeanField.Core.Numerics.Simd.Simd128<float>, System.Runtime.Intrinsics.Vector128<float>,
    MeanField.Core.Numerics.Simd.Simd128<double>, System.Runtime.Intrinsics.Vector128<double>>;
using Singles256 = MeanField.Core.Randomness.SingleNormalLanes<
    MeanField.Core.Numerics.Simd.Simd256<float>, System.Runtime.Intrinsics.Vector256<float>,
    MeanField.Core.Numerics.Simd.Simd256<double>, System.Runtime.Intrinsics.Vector256<double>>;
using Singles512 = MeanField.Core.Randomness.SingleNormalLanes<
    MeanField.Core.Numerics.Simd.Simd512<float>, System.Runtime.Intrinsics.Vector512<float>,
    MeanField.Core.Numerics.Simd.Simd512<double>, System.Runtime.Intrinsics.Vector512<double>>;

namespace MeanField.Core.Tests.Randomness;

public unsafe class NormalsTests
{
    private static readonly Gen<(ulong Seed, Purpose Purpose, long Step, long Index)> AnyKey = Gen.Select(
        Gen.ULong, Gen.Enum<Purpose>(), Gen.Long[0, (1L << 56) - 1], Gen.Long[0, uint.MaxValue - 64L]);

    private delegate void FillLanes(RandomStream stream, uint index, Span<double> destination);

    private delegate void FillRows<T>(
        RandomStream stream, uint firstIndex, int rows, int lanes, T* destination)
        where T : unmanaged;

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
        Gen.Select(AnyKey, Gen.Int[1, 15], Gen.Int[1, 2]).Sample((key, pairs, groups) =>
        {
            var (rows, lanes) = (2 * pairs, 16 * groups);
            var filled = new double[rows * lanes];
            fixed (double* z = filled)
                Normals.FillRows(key.Seed, key.Purpose, key.Step, key.Index, rows, lanes, z);
            var expected = new double[rows];
            for (var lane = 0; lane < lanes; lane++)
            {
                Normals.Fill(key.Seed, key.Purpose, key.Step, key.Index + lane, expected);
                Assert.Equal(expected, Enumerable.Range(0, rows).Select(row => filled[row * lanes + lane]));
            }
        }, iter: 200);

    [Fact]
    public void A_single_normal_is_that_of_Box_and_Muller_from_its_words() =>
        Gen.Select(AnyKey, Gen.Int[0, 15], Gen.Int[0, 31]).Sample((key, row, lane) =>
        {
            var z = new float[16 * 32];
            fixed (float* filled = z)
                Normals.FillRows(key.Seed, key.Purpose, key.Step, key.Index, 16, 32, filled);
            Assert.Equal(SingleBoxMuller(key, key.Index + lane, row), z[row * 32 + lane], 4e-6);
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
    public void Rows_have_the_same_bits_at_every_width() => AnyKey.Sample(key =>
    {
        var stream = new RandomStream(key.Seed, key.Purpose, key.Step);
        var doubles = Rows<double>(Lanes512.FillRows, stream, key.Index);
        Assert.Equal(doubles, Rows<double>(Lanes256.FillRows, stream, key.Index));
        Assert.Equal(doubles, Rows<double>(Lanes128.FillRows, stream, key.Index));
        var singles = Rows<float>(Singles512.FillRows, stream, key.Index);
        Assert.Equal(singles, Rows<float>(Singles256.FillRows, stream, key.Index));
        Assert.Equal(singles, Rows<float>(Singles128.FillRows, stream, key.Index));
    });

    [Theory]
    [InlineData(1, 16)]
    [InlineData(4, 8)]
    public void Rows_and_lanes_that_do_not_fill_counters_and_vectors_are_refused(int rows, int lanes)
    {
        var buffer = new double[64];
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            fixed (double* z = buffer)
                Normals.FillRows(1, Purpose.Noise, 0, 0, rows, lanes, z);
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

    /// <summary>Rows 4q, 4q+1 from words 0 and 2 of counter q, rows 4q+2, 4q+3 from words 1 and 3.</summary>
    private static double SingleBoxMuller((ulong Seed, Purpose Purpose, long Step, long Index) key, long index, int row)
    {
        var words = Philox.Generate(
            new((uint)row / 4, (uint)index, (uint)key.Step, ((uint)key.Purpose << 24) | (uint)(key.Step >> 32)),
            key.Seed);
        var (first, second) = row % 4 < 2 ? (words.Word0, words.Word2) : (words.Word1, words.Word3);
        var u = (float)Math.ScaleB(first + 0.5, -32);
        var angle = Math.PI / 2 * (second & 3) + Math.PI / 2 * (Math.ScaleB(second >> 9, -23) - 0.5);
        var radius = Math.Sqrt(-2 * Math.Log(u));
        return radius * (row % 2 == 0 ? Math.Cos(angle) : Math.Sin(angle));
    }

    private static T[] Rows<T>(FillRows<T> fill, RandomStream stream, long index)
        where T : unmanaged
    {
        var z = new T[8 * 32];
        fixed (T* destination = z)
            fill(stream, (uint)index, 8, 32, destination);
        return z;
    }
}
