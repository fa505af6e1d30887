using System.Numerics;

namespace MeanField.Theory.Activations;

/// <summary>Puts σ and σ′ of many arguments in place; their number is a multiple of a vector's
/// length.</summary>
/// <param name="values">The arguments, then σ.</param>
/// <param name="slopes">Then σ′.</param>
internal delegate void ActivationRow(Span<double> values, Span<double> slopes);

/// <summary>σ and σ′ of a specification, a vector at a time, to an absolute error of rounding.</summary>
internal static class ActivationRows
{
    private interface ILaneFunction
    {
        (Vector<double> Value, Vector<double> Slope) At(Vector<double> u);
    }

    public static ActivationRow Of(ActivationSpec spec) => spec switch
    {
        PiecewiseLinearActivation or ReluActivation => Over(new Hinges(HingeSum.Of(spec)!)),
        TanhActivation => Over(new Tanh()),
        SigmoidActivation sigmoid => Over(new Sigmoid(sigmoid.Shift)),
        SoftplusActivation => Over(new Softplus()),
        SineActivation => Over(new Sine()),
        LinearActivation => Over(new Powers([0, 1])),
        QuadraticActivation => Over(new Powers([0, 0, 1])),
        PolynomialActivation polynomial => Over(new Powers([.. polynomial.Coefficients])),
        _ => OneByOne(Activation.Of(spec)),
    };

    private static ActivationRow Over<T>(T sigma)
        where T : struct, ILaneFunction => (values, slopes) =>
        {
            for (var k = 0; k < values.Length; k += Vector<double>.Count)
            {
                var (value, slope) = sigma.At(new Vector<double>(values[k..]));
                value.CopyTo(values[k..]);
                slope.CopyTo(slopes[k..]);
            }
        };

    private static ActivationRow OneByOne(ScalarFunction sigma) => (values, slopes) =>
    {
        for (var k = 0; k < values.Length; k++)
            (values[k], slopes[k]) = (sigma.Value(values[k]), sigma.Slope(values[k]));
    };

    private readonly struct Hinges(HingeSum sum) : ILaneFunction
    {
        public (Vector<double> Value, Vector<double> Slope) At(Vector<double> u)
        {
            var (value, slope) = (new Vector<double>(sum.Base), Vector<double>.Zero);
            for (var k = 0; k < sum.Knots.Length; k++)
            {
                var beyond = u - new Vector<double>(sum.Knots[k]);
                var turn = Vector.ConditionalSelect(
                    Vector.GreaterThan(beyond, Vector<double>.Zero),
                    new Vector<double>(sum.Turns[k]),
                    Vector<double>.Zero);
                slope += turn;
                value += turn * beyond;
            }
            return (value, slope);
        }
    }

    private readonly struct Tanh : ILaneFunction
    {
        // tanh u = 1 − 2/(1 + e^{2u}), at both ends of the range too
        public (Vector<double> Value, Vector<double> Slope) At(Vector<double> u)
        {
            var one = Vector<double>.One;
            var value = one - 2 * one / (one + Vector.Exp(2 * u));
            return (value, one - value * value);
        }
    }

    private readonly struct Sigmoid(double shift) : ILaneFunction
    {
        public (Vector<double> Value, Vector<double> Slope) At(Vector<double> u)
        {
            var value = Logistic(u - new Vector<double>(shift));
            return (value, value * (Vector<double>.One - value));
        }
    }

    private readonly struct Softplus : ILaneFunction
    {
        public (Vector<double> Value, Vector<double> Slope) At(Vector<double> u) => (
            Vector.Max(u, Vector<double>.Zero)
                + Vector.Log(Vector<double>.One + Vector.Exp(-Vector.Abs(u))),
            Logistic(u));
    }

    private readonly struct Sine : ILaneFunction
    {
        public (Vector<double> Value, Vector<double> Slope) At(Vector<double> u) =>
            (Vector.Sin(u), Vector.Cos(u));
    }

    private readonly struct Powers(double[] coefficients) : ILaneFunction
    {
        // Horner's scheme, and its derivative along with it
        public (Vector<double> Value, Vector<double> Slope) At(Vector<double> u)
        {
            var (value, slope) = (Vector<double>.Zero, Vector<double>.Zero);
            for (var n = coefficients.Length - 1; n >= 0; n--)
                (value, slope) = (value * u + new Vector<double>(coefficients[n]), slope * u + value);
            return (value, slope);
        }
    }

    private static Vector<double> Logistic(Vector<double> u) =>
        Vector<double>.One / (Vector<double>.One + Vector.Exp(-u));
}
