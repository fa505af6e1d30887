using MeanField.Core.Randomness;
using MeanField.Lab.Studies.Scaling;

namespace MeanField.Lab.Tests.Studies.Scaling;

/// <summary>Steps that take what known prices say, give or take some noise.</summary>
internal static class PricedSteps
{
    /// <summary>Seconds, in the order of <see cref="StepCosts.All"/>.</summary>
    public static readonly double[] Prices = [2e-6, 3e-7, 1.2e-4, 9e-6, 3e-9, 4e-10, 1.6e-10, 3e-9, 5e-11];

    public static double PriceOf(StepCost cost) => Prices[StepCosts.All.IndexOf(cost)];

    public static List<MeasuredStep> Times(double noise = 0, ulong seed = 1)
    {
        var settings = Settings().ToList();
        var errors = new double[settings.Count];
        Normals.Fill(seed, Purpose.TestSample, 0, 0, errors);
        return [.. settings.Select((setting, i) => new MeasuredStep(
            setting, (1 + noise * errors[i]) * StepCosts.All.Sum(cost => PriceOf(cost) * cost.Times(setting))))];
    }

    private static IEnumerable<StepSetting> Settings() =>
        from batch in (int[])[1, 64]
        from particles in (long[])[512, 8192, 1 << 20]
        from dimension in (int[])[10, 40, 320]
        from spread in ((int Processes, int Shards)[])[(1, 1), (1, 2), (1, 8), (2, 2), (4, 4), (4, 8)]
        select new StepSetting
        {
            Particles = particles,
            Dimension = dimension,
            Batch = batch,
            Shards = spread.Shards,
            Processes = spread.Processes,
            Cores = Math.Min(2, spread.Shards),
            CacheBytes = 32e6,
        };
}
