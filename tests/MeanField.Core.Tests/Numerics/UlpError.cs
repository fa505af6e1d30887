namespace MeanField.Core.Tests.Numerics;

/// <summary>
/// The distance of a computed number from the true value, in units in the last place of the true value.
/// </summary>
internal static class UlpError
{
    public static double OfDouble(double computed, BigReal exact) => Of(computed, exact, 53, -1074, 1024);

    public static double OfSingle(float computed, BigReal exact) => Of(computed, exact, 24, -149, 128);

    private static double Of(double computed, BigReal exact, int digits, int lowest, int overflow)
    {
        if (double.IsInfinity(computed) && Math.Sign(computed) == exact.Sign)
            computed = Math.Sign(computed) * Math.ScaleB(1, overflow - 1) * (2 - Math.ScaleB(1, 1 - digits));
        if (!double.IsFinite(computed))
            return double.PositiveInfinity;
        if (exact.Sign == 0)
            return computed == 0 ? 0 : double.PositiveInfinity;
        var unit = Math.Max(exact.Magnitude - digits + 1, lowest);
        return Math.Abs((computed - exact).Scale(-unit).ToDouble());
    }
}
