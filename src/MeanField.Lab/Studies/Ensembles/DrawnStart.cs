using MeanField.Core.Dynamics;
using MeanField.Core.Particles;

namespace MeanField.Lab.Studies.Ensembles;

/// <summary>Starts drawn by a seed of their own, so that starts and samples can be varied apart.</summary>
internal static class DrawnStart
{
    /// <summary>The same experiment from the weights that it would have with another seed.</summary>
    public static ExperimentSpec FromStart(this ExperimentSpec spec, ulong seed)
    {
        var dimension = Experiment.Create(spec).Law.Dimension;
        var initial = new InitialParticles(spec.Network, seed, dimension);
        var row = new double[dimension];
        var rows = new Values[spec.Network.Particles];
        for (var i = 0; i < rows.Length; i++)
        {
            initial.Weights(i, row);
            rows[i] = new Values(row);
        }
        var weights = new WeightsSpec { Initial = new RowWeights([.. rows]) };
        return spec with { Network = spec.Network with { Weights = weights } };
    }
}
