using System.Globalization;
using MathNet.Numerics.LinearRegression;
using MeanField.Benchmarks.Workloads;

namespace MeanField.Benchmarks;

/// <summary>
/// What a replayed step is made of, by a straight line through what it costs in d: numbers of the particles, which are
/// multiplied and added twice, and everything else.
/// </summary>
internal static class ReplayParts
{
    private const long Particles = 25_600;
    private const long Steps = 1_024;

    private static readonly int[] Dimensions = [10, 20, 40, 80];

    public static void Run(int rounds)
    {
        var (live, replay) = (Least(rounds, live: true), Least(rounds, live: false));
        var (beside, number) = SimpleRegression.Fit([.. Dimensions.Select(d => (double)d)], replay);
        var peak = Enumerable.Range(0, rounds).Min(_ => FusedPeak.Nanoseconds());
        Console.WriteLine($"\n## N = {Particles:N0}: nanoseconds per particle and step, least of {rounds}\n");
        Console.WriteLine("| d | live | replay | × |");
        Console.WriteLine("|---|---|---|---|");
        for (var i = 0; i < Dimensions.Length; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {Dimensions[i]} | {live[i]:F2} | {replay[i]:F2} | {live[i] / replay[i]:F2} |"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\nA replayed particle costs {beside:F2} ns a step and {number:F4} ns a number, "
            + $"{number / (2 * peak):F2} times two multiply-adds in registers."));
    }

    private static double[] Least(int rounds, bool live) => [.. Dimensions.Select(d =>
    {
        var spec = PaperLaw.Of(Particles, d, Steps);
        var signals = new double[Steps];
        return 1e9 / Particles * Enumerable.Range(0, rounds).Min(_ =>
            live ? BlockRate.LiveSeconds(spec, signals) : BlockRate.ReplaySeconds(spec, signals));
    })];
}
