using MeanField.Theory.Kernels;

namespace MeanField.Theory.Potentials;

/// <summary>E(c + Σ a_m τ_m)² = c² + 2c Σ a_m E τ_m + ΣΣ a_m a_n E τ_m τ_n.</summary>
internal static class TeacherSquare
{
    public static double Of(GaussianPart part, int nodes)
    {
        var square = part.Constant * part.Constant;
        foreach (var first in part.Teachers)
        {
            var variance = Covariance(part, first, first);
            square += 2 * part.Constant * first.Amplitude
                * NormalMeans.Of(first.Activation, nodes).Of(0, variance, 0);
            foreach (var second in part.Teachers)
            {
                var law = new JointNormal(
                    0, 0, variance, Covariance(part, first, second), Covariance(part, second, second));
                square += first.Amplitude * second.Amplitude
                    * PairKernels.Of(first.Activation, second.Activation, nodes).Moment(law, 0, 0);
            }
        }
        return square;
    }

    private static double Covariance(GaussianPart part, TeacherNeuron first, TeacherNeuron second) =>
        first.Weights.Select((w, i) =>
            w * second.Weights[i] * (part.Variances is null ? 1 : part.Variances[i])).Sum();
}
