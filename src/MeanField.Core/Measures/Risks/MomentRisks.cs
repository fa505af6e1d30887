using MeanField.Core.Specification;

namespace MeanField.Core.Measures.Risks;

/// <summary>Which experiments have a risk in moments.</summary>
internal static class MomentRisks
{
    public static IMomentRisk? Of(ExperimentSpec spec, int dimension) => (spec.Network, spec.Data) switch
    {
        ({ Scaling: Scaling.Linearized }, _) => null,
        ({ Activation: LinearActivation }, LinearTeacherData data) => new LinearRisk(spec.Network, data),
        ({ Activation: QuadraticActivation }, QuadraticTeacherData data)
            when dimension <= QuadraticRisk.MaximumDimension => new QuadraticRisk(spec.Network, data),
        _ => null,
    };
}
