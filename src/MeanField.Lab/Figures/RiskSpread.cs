using MeanField.Lab.Runs;

namespace MeanField.Lab.Figures;

/// <summary>How far the risk of N neurons strays from the limit, from start to start: sd(R_N), to first order.</summary>
internal static class RiskSpread
{
    /// <summary>At the reference's times; null where the reference does not predict it.</summary>
    public static double[]? Of(RunRecord run)
    {
        var root = Math.Sqrt(run.Spec.Network.Particles);
        return run.Theory?.Column(TheoryTable.RiskFluctuation)?.Select(fluctuation => fluctuation / root).ToArray();
    }
}
