using MeanField.Core.Numerics;
using MeanField.Core.Specification;

namespace MeanField.Core.Data;

/// <summary>σ as a function of one number, for teachers and closed forms.</summary>
internal static class ScalarActivation
{
    private const double InverseRootTwo = 0.70710678118654752440;

    public static Func<double, double> Of(ActivationSpec activation) => activation switch
    {
        PiecewiseLinearActivation piecewise => new PiecewiseLinear(piecewise.Knots).At,
        ReluActivation => t => t > 0 ? t : 0,
        TanhActivation => Elementary.Tanh,
        ErfActivation => t => Elementary.Erf(t * InverseRootTwo),
        SigmoidActivation sigmoid => t => Elementary.Sigmoid(t - sigmoid.Shift),
        SoftplusActivation => Elementary.Softplus,
        LinearActivation => t => t,
        QuadraticActivation => t => t * t,
        SineActivation => Elementary.Sin,
        PolynomialActivation polynomial => t => Horner(polynomial.Coefficients.AsSpan(), t),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "unknown activation"),
    };

    private static double Horner(ReadOnlySpan<double> coefficients, double t)
    {
        double value = 0;
        for (var k = coefficients.Length - 1; k >= 0; k--)
            value = Math.FusedMultiplyAdd(value, t, coefficients[k]);
        return value;
    }
}
