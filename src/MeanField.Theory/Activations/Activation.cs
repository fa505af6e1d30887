using MathNet.Numerics;

namespace MeanField.Theory.Activations;

/// <summary>σ and σ′ of a specification, in the platform's own arithmetic.</summary>
public static class Activation
{
    public static ScalarFunction Of(ActivationSpec spec) => spec switch
    {
        PiecewiseLinearActivation or ReluActivation => HingeSum.Of(spec)!.AsFunction(),
        TanhActivation => new(Math.Tanh, t => 1 - Math.Tanh(t) * Math.Tanh(t)),
        ErfActivation => new(
            t => SpecialFunctions.Erf(t / Math.Sqrt(2)),
            t => Math.Sqrt(2 / Math.PI) * Math.Exp(-t * t / 2)),
        SigmoidActivation sigmoid => new(
            t => SpecialFunctions.Logistic(t - sigmoid.Shift),
            t => SpecialFunctions.Logistic(t - sigmoid.Shift) * SpecialFunctions.Logistic(sigmoid.Shift - t)),
        SoftplusActivation => new(
            t => Math.Max(t, 0) + double.LogP1(Math.Exp(-Math.Abs(t))),
            SpecialFunctions.Logistic),
        LinearActivation => new(t => t, _ => 1),
        QuadraticActivation => new(t => t * t, t => 2 * t),
        SineActivation => new(Math.Sin, Math.Cos),
        PolynomialActivation polynomial => OfPolynomial([.. polynomial.Coefficients]),
        _ => throw new NotSupportedException($"no activation {spec.GetType().Name} in the theory"),
    };

    private static ScalarFunction OfPolynomial(double[] coefficients)
    {
        var slope = coefficients.Skip(1).Select((c, k) => c * (k + 1)).DefaultIfEmpty(0).ToArray();
        return new(t => Polynomial.Evaluate(t, coefficients), t => Polynomial.Evaluate(t, slope));
    }
}
