namespace MeanField.Theory.Kernels;

/// <summary>The law of two jointly normal numbers u and v.</summary>
public readonly record struct JointNormal(
    double MeanU, double MeanV, double VarianceU, double Covariance, double VarianceV)
{
    // below this share of its variance, what u leaves open of v is round-off
    private const double Degenerate = 1e-13;

    public JointNormal Swapped => new(MeanV, MeanU, VarianceV, Covariance, VarianceU);

    /// <summary>γ: the slope of E(v | u).</summary>
    public double Slope => VarianceU > 0 ? Covariance / VarianceU : 0;

    /// <summary>Var(v | u).</summary>
    public double Remaining
    {
        get
        {
            var left = VarianceV - Slope * Covariance;
            return left > Degenerate * VarianceV ? left : 0;
        }
    }

    /// <summary>The law of (u − s, v − t).</summary>
    public JointNormal Shifted(double s, double t) => this with { MeanU = MeanU - s, MeanV = MeanV - t };

    /// <summary>The law of (u + g, v + g′) for independent normal g, g′.</summary>
    public JointNormal Widened(double u, double v) =>
        this with { VarianceU = VarianceU + u, VarianceV = VarianceV + v };
}
