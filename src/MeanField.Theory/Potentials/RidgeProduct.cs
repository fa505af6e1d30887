using MeanField.Theory.Kernels;
using MeanField.Theory.Population;

namespace MeanField.Theory.Potentials;

/// <summary>θ ↦ E[a σ(⟨w, x⟩ + b) · τ(⟨z, x⟩ + c)], x ~ N(0, Σ), Σ diagonal, with derivatives.</summary>
/// <remarks>
/// With K_pq the kernel's moments: ∂_w = a[K₂₀ Σw + K₁₁ Σz], ∂_b = a K₁₀, ∂_a = K₀₀;
/// ∂²_w = a[K₂₀ Σ + K₄₀ Σw(Σw)ᵀ + K₃₁(Σw(Σz)ᵀ + Σz(Σw)ᵀ) + K₂₂ Σz(Σz)ᵀ], ∂_w∂_b = a[K₃₀ Σw + K₂₁ Σz],
/// ∂²_b = a K₂₀. Derived for this project from Price's theorem.
/// </remarks>
/// <param name="layout">Of θ.</param>
/// <param name="kernel">Of σ and τ.</param>
/// <param name="variances">Σ; null: the identity.</param>
public sealed class RidgeProduct(NeuronLayout layout, IPairKernel kernel, double[]? variances)
{
    /// <summary>jet += factor · the product's mean; an empty z is 0.</summary>
    public void Add(
        ReadOnlySpan<double> theta, ReadOnlySpan<double> direction, double offset, double factor, Jet jet)
    {
        var law = LawOf(theta, direction, offset);
        var value = kernel.Moment(law, 0, 0);
        jet.Value += factor * layout.Amplitude(theta) * value;
        if (jet.Order >= 1)
            AddGradient(law, theta, direction, factor, value, jet.Gradient);
        if (jet.Order >= 2)
            AddHessian(law, theta, direction, factor, jet.Hessian);
    }

    private JointNormal LawOf(ReadOnlySpan<double> theta, ReadOnlySpan<double> direction, double offset)
    {
        double uu = 0, uv = 0, vv = 0;
        for (var i = 0; i < layout.Dimension; i++)
        {
            var (w, z) = (theta[i], direction.IsEmpty ? 0 : direction[i]);
            uu += Scaled(i, w) * w;
            uv += Scaled(i, w) * z;
            vv += Scaled(i, z) * z;
        }
        return new JointNormal(layout.Bias(theta), offset, uu, uv, vv);
    }

    private void AddGradient(
        in JointNormal law,
        ReadOnlySpan<double> theta,
        ReadOnlySpan<double> direction,
        double factor,
        double value,
        double[] gradient)
    {
        var scale = factor * layout.Amplitude(theta);
        var own = scale * kernel.Moment(law, 2, 0);
        var other = direction.IsEmpty ? 0 : scale * kernel.Moment(law, 1, 1);
        for (var i = 0; i < layout.Dimension; i++)
            gradient[i] += Scaled(i, own * theta[i] + (direction.IsEmpty ? 0 : other * direction[i]));
        if (layout.AmplitudeIndex >= 0)
            gradient[layout.AmplitudeIndex] += factor * value;
        if (layout.BiasIndex >= 0)
            gradient[layout.BiasIndex] += scale * kernel.Moment(law, 1, 0);
    }

    private void AddHessian(
        in JointNormal law,
        ReadOnlySpan<double> theta,
        ReadOnlySpan<double> direction,
        double factor,
        double[] hessian)
    {
        var (n, a, b) = (layout.Length, layout.AmplitudeIndex, layout.BiasIndex);
        var (w, z) = (new double[layout.Dimension], new double[layout.Dimension]);
        for (var i = 0; i < layout.Dimension; i++)
            (w[i], z[i]) = (Scaled(i, theta[i]), direction.IsEmpty ? 0 : Scaled(i, direction[i]));
        var scale = factor * layout.Amplitude(theta);
        var (k11, k20) = (kernel.Moment(law, 1, 1), kernel.Moment(law, 2, 0));
        var (k21, k30) = (kernel.Moment(law, 2, 1), kernel.Moment(law, 3, 0));
        var (k22, k31) = (kernel.Moment(law, 2, 2), kernel.Moment(law, 3, 1));
        var k40 = kernel.Moment(law, 4, 0);
        for (var i = 0; i < layout.Dimension; i++)
        {
            hessian[i * n + i] += scale * Scaled(i, k20);
            for (var j = 0; j < layout.Dimension; j++)
                hessian[i * n + j] += scale
                    * (k40 * w[i] * w[j] + k31 * (w[i] * z[j] + z[i] * w[j]) + k22 * z[i] * z[j]);
            AddMixed(hessian, i, b, scale * (k30 * w[i] + k21 * z[i]));
            AddMixed(hessian, i, a, factor * (k20 * w[i] + k11 * z[i]));
        }
        if (b < 0)
            return;
        hessian[b * n + b] += scale * k20;
        AddMixed(hessian, b, a, factor * kernel.Moment(law, 1, 0));
    }

    private void AddMixed(double[] hessian, int i, int j, double value)
    {
        if (j < 0)
            return;
        hessian[i * layout.Length + j] += value;
        hessian[j * layout.Length + i] += value;
    }

    private double Scaled(int i, double value) => variances is null ? value : variances[i] * value;
}
