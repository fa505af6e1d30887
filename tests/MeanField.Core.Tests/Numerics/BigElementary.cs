using System.Numerics;

namespace MeanField.Core.Tests.Numerics;

/// <summary>
/// Elementary functions to more than 200 bits by their power series in fixed-point arithmetic: slow, and with
/// nothing in common with the functions under test.
/// </summary>
internal static class BigElementary
{
    private const int Bits = BigReal.Precision;

    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger Ln2 = 2 * ArtanhOfInverse(3);
    private static readonly BigInteger Pi = 16 * ArctanOfInverse(5) - 4 * ArctanOfInverse(239);
    public static readonly BigReal ArctanOfOne = new(Pi, -Bits - 2);
    private static readonly BigReal TwoOverRootPi = new BigReal(2, 0) / RootOfPi();

    public static BigReal Exp(BigReal x)
    {
        if (x.Sign == 0 || x.Magnitude < -Bits)
            return 1.0 + x;
        var t = x.Fixed(Bits);
        var n = (t + (Ln2 >> 1)) / Ln2;
        var r = (t - n * Ln2) >> 8;
        var (sum, term) = (One, One);
        for (var k = 1; BigInteger.Abs(term) > 1; k++)
        {
            term = (term * r >> Bits) / k;
            sum += term;
        }
        for (var i = 0; i < 8; i++)
            sum = sum * sum >> Bits;
        return new(sum, (int)n - Bits);
    }

    public static BigReal Log(BigReal x)
    {
        var k = x.Magnitude;
        var m = x.Scale(-k).Fixed(Bits);
        var log = 2 * Artanh((m - One << Bits) / (m + One));
        return new(log + k * Ln2, -Bits);
    }

    public static BigReal Sin(BigReal x) => x.Sign == 0 || x.Magnitude < -60 ? SmallSine(x) : Turn(x, 0);

    public static BigReal Cos(BigReal x) => Turn(x, 1);

    public static BigReal Tanh(BigReal x)
    {
        if (x.Sign == 0 || x.Magnitude < -60)
            return x - x * x * x / 3.0;
        var e = Exp(x.Scale(1));
        return (e - 1.0) / (e + 1.0);
    }

    public static BigReal Sigmoid(BigReal x) => new BigReal(1, 0) / (1.0 + Exp(-x));

    public static BigReal Softplus(BigReal x)
    {
        var e = Exp(x);
        return e.Magnitude < -120 ? e - (e * e).Scale(-1) : Log(1.0 + e);
    }

    /// <summary>2/√π Σ (−1)^n x^(2n+1)/(n!(2n+1)).</summary>
    public static BigReal Erf(BigReal x)
    {
        if (x.Sign == 0 || x.Magnitude < -60)
            return TwoOverRootPi * (x - x * x * x / 3.0);
        var t = x.Fixed(Bits);
        var square = t * t >> Bits;
        var (sum, term) = (t, t);
        for (var n = 1; BigInteger.Abs(term) > 1; n++)
        {
            term = -(term * square >> Bits) / n;
            sum += term / (2 * n + 1);
        }
        return TwoOverRootPi * new BigReal(sum, -Bits);
    }

    private static BigReal SmallSine(BigReal x) => x - x * x * x / 6.0;

    /// <summary>sin(x + turns·π/2).</summary>
    private static BigReal Turn(BigReal x, int turns)
    {
        var t = x.Fixed(Bits);
        var n = BigInteger.Divide(2 * t + (t.Sign * Pi >> 1), Pi);
        var r = t - (n * Pi >> 1);
        var quadrant = (int)((n + turns) & 3);
        var value = Series(r, (quadrant & 1) == 1);
        return new(quadrant >= 2 ? -value : value, -Bits);
    }

    private static BigInteger Series(BigInteger r, bool cosine)
    {
        var square = r * r >> Bits;
        var term = cosine ? One : r;
        var sum = term;
        for (var k = cosine ? 1 : 2; BigInteger.Abs(term) > 1; k += 2)
        {
            term = -(term * square >> Bits) / (k * (k + 1));
            sum += term;
        }
        return sum;
    }

    private static BigInteger Artanh(BigInteger s)
    {
        var square = s * s >> Bits;
        var (sum, power) = (s, s);
        for (var k = 3; BigInteger.Abs(power) > 1; k += 2)
        {
            power = power * square >> Bits;
            sum += power / k;
        }
        return sum;
    }

    private static BigInteger ArtanhOfInverse(int n) => Artanh(One / n);

    private static BigInteger ArctanOfInverse(int n)
    {
        var (sum, power) = (One / n, One / n);
        for (var k = 3; BigInteger.Abs(power) > 1; k += 2)
        {
            power /= -(n * n);
            sum += power / k;
        }
        return sum;
    }

    private static BigReal RootOfPi()
    {
        var root = Pi;
        for (var i = 0; i < 12; i++)
            root = (root + (Pi << Bits) / root) >> 1;
        return new(root, -Bits);
    }
}
