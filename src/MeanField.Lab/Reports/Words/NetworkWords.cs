using MeanField.Lab.Figures.Drawing;

namespace MeanField.Lab.Reports.Words;

/// <summary>A network in words and symbols.</summary>
internal static class NetworkWords
{
    public static string Of(NetworkSpec network)
    {
        var scale = network.OutputScale == 1 ? "" : FigureNumber.Text(network.OutputScale) + "·";
        var sum = network.Scaling switch
        {
            Scaling.MeanField => $"{scale}(1/N) Σ aᵢ σ(⟨wᵢ, x⟩ + bᵢ)",
            Scaling.Lazy => $"{scale}(1/√N) Σ aᵢ σ(⟨wᵢ, x⟩ + bᵢ)",
            _ => $"{scale}(1/√N) Σ aᵢ σ(⟨wᵢ, x⟩ + bᵢ) to first order around the start",
        };
        return $"ŷ(x) = {sum} with N = {FigureNumber.Count(network.Particles)} neurons";
    }

    public static string Of(ActivationSpec activation) => activation switch
    {
        PiecewiseLinearActivation piecewise => "linear between "
            + string.Join(", ", piecewise.Knots.Select(knot => $"({Number(knot[0])}, {Number(knot[1])})"))
            + ", constant outside",
        ReluActivation => "max(t, 0)",
        TanhActivation => "tanh t",
        ErfActivation => "erf(t/√2)",
        SigmoidActivation sigmoid => $"1/(1 + exp(−(t − {Number(sigmoid.Shift)})))",
        SoftplusActivation => "log(1 + exp t)",
        LinearActivation => "t",
        QuadraticActivation => "t²",
        SineActivation => "sin t",
        PolynomialActivation polynomial => $"polynomial with coefficients {List(polynomial.Coefficients)}",
        _ => activation.GetType().Name,
    };

    public static string Of(WeightLaw law) => law switch
    {
        GaussianWeights gaussian => $"N(0, {Number(gaussian.Scale)}²/d · I)",
        SphereWeights sphere => $"uniform on the sphere of radius {Number(sphere.Radius)}",
        FixedWeights => "all alike",
        RowWeights => "given one by one",
        _ => law.GetType().Name,
    };

    public static string Of(ScalarParameterSpec parameter)
    {
        var start = parameter.Initial switch
        {
            ConstantScalar constant => Number(constant.Value),
            GaussianScalar gaussian => $"N(0, {Number(gaussian.Scale)}²)",
            UniformScalar uniform => $"uniform on [{Number(uniform.Low)}, {Number(uniform.High)})",
            ListedScalar => "given one by one",
            _ => parameter.Initial.GetType().Name,
        };
        return parameter.Trained ? $"trained, from {start}" : $"fixed, {start}";
    }

    private static string Number(double value) => FigureNumber.Text(value, 6);

    private static string List(IEnumerable<double> values) => string.Join(", ", values.Select(Number));
}
