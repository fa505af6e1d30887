namespace MeanField.Theory.Potentials;

/// <summary>The kernels that are known in closed form.</summary>
public static class GaussianKernels
{
    /// <summary>The kernel of an activation; null where it has no closed form here.</summary>
    public static IGaussianKernel? Of(ActivationSpec activation) => activation switch
    {
        LinearActivation => new LinearKernel(),
        QuadraticActivation => new QuadraticKernel(),
        ReluActivation => new ReluKernel(),
        ErfActivation => new ErfKernel(),
        _ => null,
    };

    /// <summary>C₁₂.</summary>
    private sealed class LinearKernel : IGaussianKernel
    {
        public double Value(double c11, double c12, double c22) => c12;

        public (double ByVariance, double ByCovariance) Slopes(double c11, double c12, double c22) => (0, 1);
    }

    /// <summary>C₁₁C₂₂ + 2C₁₂² (Isserlis).</summary>
    private sealed class QuadraticKernel : IGaussianKernel
    {
        public double Value(double c11, double c12, double c22) => c11 * c22 + 2 * c12 * c12;

        public (double ByVariance, double ByCovariance) Slopes(double c11, double c12, double c22) =>
            (c22, 4 * c12);
    }

    /// <summary>√(C₁₁C₂₂)/(2π) (sin ϑ + (π − ϑ) cos ϑ), cos ϑ = C₁₂/√(C₁₁C₂₂) (Cho, Saul 2009).</summary>
    /// <remarks>∂/∂C₁₂ = (π − ϑ)/(2π), ∂/∂C₁₁ = √(C₂₂/C₁₁) sin ϑ/(4π).</remarks>
    private sealed class ReluKernel : IGaussianKernel
    {
        public double Value(double c11, double c12, double c22)
        {
            var angle = Angle(c11, c12, c22);
            return (Math.Sqrt(c11 * c22) * Math.Sin(angle) + (Math.PI - angle) * c12) / (2 * Math.PI);
        }

        public (double ByVariance, double ByCovariance) Slopes(double c11, double c12, double c22)
        {
            var angle = Angle(c11, c12, c22);
            var byVariance = c11 > 0 ? Math.Sqrt(c22 / c11) * Math.Sin(angle) / (4 * Math.PI) : 0;
            return (byVariance, (Math.PI - angle) / (2 * Math.PI));
        }

        private static double Angle(double c11, double c12, double c22)
        {
            var scale = Math.Sqrt(c11 * c22);
            return scale > 0 ? Math.Acos(Math.Clamp(c12 / scale, -1, 1)) : Math.PI / 2;
        }
    }

    /// <summary>(2/π) asin(C₁₂/√((1 + C₁₁)(1 + C₂₂))) for erf(t/√2) (Williams 1998).</summary>
    /// <remarks>With p = (1 + C₁₁)(1 + C₂₂): ∂/∂C₁₂ = (2/π)/√(p − C₁₂²), ∂/∂C₁₁ = −½ C₁₂/(1 + C₁₁) of
    /// that.</remarks>
    private sealed class ErfKernel : IGaussianKernel
    {
        public double Value(double c11, double c12, double c22) =>
            2 / Math.PI * Math.Asin(c12 / Math.Sqrt((1 + c11) * (1 + c22)));

        public (double ByVariance, double ByCovariance) Slopes(double c11, double c12, double c22)
        {
            var slope = 2 / Math.PI / Math.Sqrt((1 + c11) * (1 + c22) - c12 * c12);
            return (-slope * c12 / (2 * (1 + c11)), slope);
        }
    }
}
