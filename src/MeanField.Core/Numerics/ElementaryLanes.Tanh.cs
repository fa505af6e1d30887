using System.Runtime.CompilerServices;

namespace MeanField.Core.Numerics;

public static partial class Elementary<TSimd, TVector, T>
{
    /// <summary>
    /// tanh x = u/(u + 2), u = e^{2|x|} − 1 = 2^n p + (2^n − 1): without cancellation near 0, never above 1,
    /// and at the cost of an exponential and a division.
    /// </summary>
    [MethodImpl(Inline)]
    public static TVector Tanh(TVector x)
    {
        // from here on tanh is 1 to the last bit
        var size = AtMost(TSimd.Abs(x), IsDouble ? 19.07 : 9.02);
        SplitExp(TSimd.Add(size, size), out var power, out var fraction);
        var u = TSimd.MultiplyAdd(power, fraction, TSimd.Subtract(power, TSimd.Constant(1)));
        return CopySign(TSimd.Divide(u, TSimd.Add(u, TSimd.Constant(2))), x);
    }
}
