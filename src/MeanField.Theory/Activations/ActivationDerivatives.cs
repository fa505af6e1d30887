using MathNet.Numerics;
using MeanField.Theory.Kernels;

namespace MeanField.Theory.Activations;

/// <summary>σ^{(n)} of the smooth activations, n ≤ 4 (any n for polynomials and the sine).</summary>
public static class ActivationDerivatives
{
    /// <summary>(t, n) ↦ σ^{(n)}(t); null where σ has corners.</summary>
    public static Func<double, int, double>? Of(ActivationSpec spec) => spec switch
    {
        TanhActivation => Tanh,
        SigmoidActivation sigmoid => (t, n) => Logistic(t - sigmoid.Shift, n),
        SoftplusActivation => Softplus,
        SineActivation => (t, n) => Math.Sin(t + n * Math.PI / 2),
        ErfActivation => Erf,
        _ when PolynomialMean.Of(spec) is { } polynomial => (t, n) => polynomial.Of(t, 0, n),
        _ => null,
    };

    // with T = tanh t and s = T′ = 1 − T²: T″ = −2Ts, T‴ = −2s² + 4T²s, T⁗ = 16Ts² − 8T³s
    private static double Tanh(double t, int n)
    {
        var value = Math.Tanh(t);
        var slope = 1 - value * value;
        return n switch
        {
            0 => value,
            1 => slope,
            2 => -2 * value * slope,
            3 => -2 * slope * slope + 4 * value * value * slope,
            4 => 16 * value * slope * slope - 8 * value * value * value * slope,
            _ => throw TooMany(n),
        };
    }

    // the logistic function is (1 + tanh(t/2))/2
    private static double Logistic(double t, int n) =>
        n == 0 ? SpecialFunctions.Logistic(t) : Math.ScaleB(Tanh(t / 2, n), -1 - n);

    private static double Softplus(double t, int n) => n == 0
        ? Math.Max(t, 0) + double.LogP1(Math.Exp(-Math.Abs(t)))
        : Logistic(t, n - 1);

    // 2Φ − 1 and its derivatives, the normal density's
    private static double Erf(double t, int n) =>
        2 * StepMoments.Mean(n, t, 1) - (n == 0 ? 1 : 0);

    private static NotSupportedException TooMany(int n) => new($"no derivative of order {n}");
}
