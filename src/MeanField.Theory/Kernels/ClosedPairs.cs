namespace MeanField.Theory.Kernels;

/// <summary>Two sums of steps. Without blur and offset the ReLU kernel is that of Cho and Saul (2009), with
/// blur 1 the erf kernel that of Williams (1998).</summary>
public sealed class StepPair(StepSum sigma, StepSum tau) : IPairKernel
{
    public bool InClosedForm => true;

    public double Moment(in JointNormal law, int p, int q)
    {
        var wide = law.Widened(sigma.Blur, tau.Blur);
        var sum = 0.0;
        for (var i = 0; i < sigma.Knots.Length; i++)
            for (var j = 0; j < tau.Knots.Length; j++)
                sum += sigma.Turns[i] * tau.Turns[j] * StepMoments.Mean(
                    wide.Shifted(sigma.Knots[i], tau.Knots[j]), sigma.Level + p, tau.Level + q);
        if (p == 0)
            sum += sigma.Base * tau.Of(law.MeanV, law.VarianceV, q);
        if (q == 0)
            sum += tau.Base * sigma.Of(law.MeanU, law.VarianceU, p);
        return p == 0 && q == 0 ? sum - sigma.Base * tau.Base : sum;
    }
}

/// <summary>Any σ and a polynomial τ:
/// E vⁿ⁺¹ f(u) = m₂ E vⁿ f + n C₂₂ E vⁿ⁻¹ f + C₁₂ E vⁿ f′ (Stein).</summary>
public sealed class PolynomialPair(INormalMean sigma, PolynomialMean tau) : IPairKernel
{
    public bool InClosedForm => sigma.InClosedForm;

    public double Moment(in JointNormal law, int p, int q)
    {
        var degree = tau.Coefficients.Count - 1 - q;
        if (degree < 0)
            return 0;
        var (mean, variance) = (law.MeanU, law.VarianceU);
        double[] previous = new double[degree + 2];
        double[] moments =
            [.. Enumerable.Range(0, degree + 1).Select(k => sigma.Of(mean, variance, p + k)), 0];
        var sum = 0.0;
        for (var n = 0; n <= degree; n++)
        {
            sum += tau.Coefficients[n + q] * PolynomialMean.Falling(n + q, q) * moments[0];
            var next = new double[degree + 2];
            for (var k = 0; k < degree - n; k++)
                next[k] = law.MeanV * moments[k] + n * law.VarianceV * previous[k]
                    + law.Covariance * moments[k + 1];
            (previous, moments) = (moments, next);
        }
        return sum;
    }
}

/// <summary>sin u sin v = ½cos(u − v) − ½cos(u + v), and a derivative shifts by π/2.</summary>
public sealed class SinePair : IPairKernel
{
    public bool InClosedForm => true;

    public double Moment(in JointNormal law, int p, int q)
    {
        var (u, v) = (law.MeanU + p * Math.PI / 2, law.MeanV + q * Math.PI / 2);
        var spread = law.VarianceU + law.VarianceV;
        return (Math.Cos(u - v) * Math.Exp(law.Covariance - spread / 2)
            - Math.Cos(u + v) * Math.Exp(-law.Covariance - spread / 2)) / 2;
    }
}
