using MeanField.Theory.FokkerPlanck;

namespace MeanField.Theory.Tests.FokkerPlanck;

/// <summary>Noisy experiments whose neurons have few numbers that matter.</summary>
internal static class NoisyExperiments
{
    /// <summary>The two isotropic Gaussians, with noise and decay.</summary>
    public static ExperimentSpec Radial(
        int dimension, ActivationSpec activation, WeightLaw? start = null, double beta = 10)
    {
        var spec = LineExperiments.Tanh(start ?? new GaussianWeights(1));
        return spec with
        {
            Data = new IsotropicGaussiansData(dimension, 0.8),
            Network = spec.Network with { Activation = activation },
            Training = spec.Training with { InverseTemperature = beta },
        };
    }

    /// <summary>tanh(w·x) against one target, in the plane.</summary>
    public static ExperimentSpec Plane(WeightLaw? start = null) => LineExperiments.Tanh(start) with
    {
        Data = new ConstantData([1, 0.5], LineExperiments.Target),
    };

    public static double Column(this ReferencePoint point, string name) =>
        point.Columns.Single(column => column.Name == name).Value;

    public static CellLaw After(this CellLaw law, double duration, int steps)
    {
        for (var k = 0; k < steps; k++)
            law.Step(duration / steps);
        return law;
    }
}
