using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MeanField.Core.Randomness;
using Doubles = MeanField.Core.Tests.Numerics.LaneFunctions<
    MeanField.Core.Numerics.Simd.Simd256<double>, System.Runtime.Intrinsics.Vector256<double>, double>;
using Singles = MeanField.Core.Tests.Numerics.LaneFunctions<
    MeanField.Core.Numerics.Simd.Simd256<float>, System.Runtime.Intrinsics.Vector256<float>, float>;

namespace MeanField.Core.Tests.Numerics;

/// <summary>
/// The beginning of a SHA-256 of many values, the same on every processor and operating system. A change here
/// changes the trajectory of every run: it belongs in the changelog.
/// </summary>
public class PinnedBitsTests
{
    private const int Count = 4096;

    [Theory]
    [InlineData("exp", 700, "752e623f0413b4c9")]
    [InlineData("log", 1e10, "02e5b35e8a195083")]
    [InlineData("tanh", 10, "2b3a676ed5f251e3")]
    [InlineData("erf", 5, "b96785f4efe6985a")]
    [InlineData("sin", 1e4, "71ceba4e668bd2c1")]
    [InlineData("cos", 1e4, "4399f7ed4b56439a")]
    [InlineData("sigmoid", 40, "d4db6d8f9f21cf6d")]
    [InlineData("softplus", 40, "ce5f6d8e35299a4e")]
    public void Doubles_keep_their_bits(string function, double range, string expected)
    {
        var arguments = Arguments(function, range);
        Assert.Equal(expected, Hash<double>(Doubles.Map(function, arguments)));
    }

    [Theory]
    [InlineData("exp", 80, "152d91731aa8b7b9")]
    [InlineData("log", 1e10, "b0ba2060af929c23")]
    [InlineData("tanh", 10, "e0a668df2bd32c0a")]
    [InlineData("erf", 5, "492e5c358b276b12")]
    [InlineData("sin", 1e4, "74774de83b4751ee")]
    [InlineData("cos", 1e4, "cdc8df87bd01e270")]
    [InlineData("sigmoid", 40, "40029b343b1d2a09")]
    [InlineData("softplus", 40, "03ba6c07cd10f6d5")]
    public void Singles_keep_their_bits(string function, double range, string expected)
    {
        var arguments = Array.ConvertAll(Arguments(function, range), x => (float)x);
        Assert.Equal(expected, Hash<float>(Singles.Map(function, arguments)));
    }

    [Fact]
    public void Normals_keep_their_bits()
    {
        var z = new double[Count];
        Normals.Fill(20260101, Purpose.Noise, 1L << 40, 12345, z);
        Assert.Equal("655350cdbd05c118", Hash<double>(z));
    }

    [Fact]
    public unsafe void Single_normals_keep_their_bits()
    {
        var z = new float[Count];
        fixed (float* destination = z)
            Normals.FillRows(20260101, Purpose.Noise, 1L << 40, 12345, Count / 32, 32, destination);
        Assert.Equal("41bc6cbddd112e99", Hash<float>(z));
    }

    private static double[] Arguments(string function, double range)
    {
        var x = new double[Count];
        Uniforms.Fill(1, Purpose.Sample, 0, 0, x);
        var low = function == "log" ? 0 : -range;
        return Array.ConvertAll(x, u => low + (range - low) * u);
    }

    private static string Hash<T>(ReadOnlySpan<T> values)
        where T : unmanaged => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(values)))[..16];
}
