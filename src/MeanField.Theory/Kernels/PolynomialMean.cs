namespace MeanField.Theory.Kernels;

/// <summary>E p^{(n)}(u) of a polynomial, by E uⁿ⁺¹ = m E uⁿ + n c E uⁿ⁻¹.</summary>
public sealed class PolynomialMean(double[] coefficients) : INormalMean
{
    public bool InClosedForm => true;

    public IReadOnlyList<double> Coefficients => coefficients;

    /// <summary>Null where the activation is no polynomial.</summary>
    public static PolynomialMean? Of(ActivationSpec spec) => spec switch
    {
        LinearActivation => new([0, 1]),
        QuadraticActivation => new([0, 0, 1]),
        PolynomialActivation polynomial => new([.. polynomial.Coefficients]),
        _ => null,
    };

    public double Of(double mean, double variance, int derivative)
    {
        double sum = 0, previous = 0, moment = 1;
        for (var n = 0; n + derivative < coefficients.Length; n++)
        {
            sum += coefficients[n + derivative] * Falling(n + derivative, derivative) * moment;
            (previous, moment) = (moment, mean * moment + n * variance * previous);
        }
        return sum;
    }

    /// <summary>n(n − 1)…(n − k + 1), the factor of k derivatives of tⁿ.</summary>
    public static double Falling(int n, int k)
    {
        var product = 1.0;
        for (var i = 0; i < k; i++)
            product *= n - i;
        return product;
    }
}
