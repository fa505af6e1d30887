using MeanField.Theory.Population;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>What keeps any experiment from a Fokker–Planck equation for its neurons' coordinates.</summary>
internal static class NoisyObstacle
{
    public static string? Of(ExperimentSpec spec)
    {
        if (spec.Training.InverseTemperature is null)
            return "the dynamics are noiseless";
        return spec.Data is FileData
            ? "the law is a table"
            : SampleQuadrature.Obstacle(spec.Data) ?? RidgeNeuron.Obstacle(spec.Network);
    }
}
