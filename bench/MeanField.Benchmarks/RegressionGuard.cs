using MeanField.Benchmarks.Workloads;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks;

/// <summary>
/// Ratios of processor times within one process, each against a bound of about twice what was measured: for
/// continuous integration, which knows neither the machine nor what else runs on it.
/// </summary>
/// <remarks>
/// Other work on the machine only ever adds to a time, so the least of several rounds counts, and rounds are
/// spread over all quantities in turn.
/// </remarks>
internal static class RegressionGuard
{
    private const int Rounds = 7;
    private const int Particles = 1024;

    /// <summary>Prints a row for each ratio; false where one exceeds its bound.</summary>
    public static bool Passes()
    {
        var least = new Dictionary<string, double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, measure) in Quantities())
                least[name] = Math.Min(least.GetValueOrDefault(name, double.PositiveInfinity), measure());
        }
        Console.WriteLine("| what, in processor time | of | measured | bound |\n|---|---|---|---|");
        return Ratios(least).Select(Judge).ToArray().All(held => held);
    }

    private static bool Judge((string What, string Of, double Ratio, double Bound) row)
    {
        var verdict = row.Ratio <= row.Bound ? "" : " EXCEEDED";
        Console.WriteLine(FormattableString.Invariant($"| {row.What} | {row.Of} | {row.Ratio:F2} | {row.Bound}{verdict} |"));
        return row.Ratio <= row.Bound;
    }

    private static Dictionary<string, Func<double>> Quantities() => new()
    {
        ["peak"] = FusedPeak.Nanoseconds,
        ["normal"] = () => NormalCost.Nanoseconds<double>(40),
        ["single normal"] = () => NormalCost.Nanoseconds<float>(40),
        ["ramp"] = () => Step(Short("ramp")),
        ["tanh"] = () => Step(Short("tanh")),
        ["relu"] = () => Step(Short("relu")),
        ["noisy"] = () => Step(Noisy(Short("ramp"))),
        ["long"] = () => Step(Long()),
        ["noisy long"] = () => Step(Noisy(Long())),
    };

    private static IEnumerable<(string What, string Of, double Ratio, double Bound)> Ratios(Dictionary<string, double> t)
    {
        yield return ("step, ramp, d = 40", "2d multiply-adds in registers", t["ramp"] / (80 * t["peak"]), 4.5);
        yield return ("step, ramp, d = 320", "2d multiply-adds in registers", t["long"] / (640 * t["peak"]), 3.5);
        yield return ("step, tanh, d = 40", "ramp", t["tanh"] / t["ramp"], 2);
        yield return ("step, relu and amplitude, d = 40", "ramp", t["relu"] / t["ramp"], 2);
        yield return ("a normal", "a multiply-add in registers", t["normal"] / t["peak"], 140);
        yield return ("a normal in single precision", "in double precision", t["single normal"] / t["normal"], 0.8);
        var (noise, longNoise) = (t["noisy"] - t["ramp"], t["noisy long"] - t["long"]);
        yield return ("noise, d = 40", "d normals", noise / (40 * t["normal"]), 0.34);
        yield return ("noise, d = 320", "d normals", longNoise / (320 * t["normal"]), 0.17);
    }

    private static double Step(ExperimentSpec spec) => BlockSteps.NanosecondsPerParticle(spec);

    private static ExperimentSpec Short(string neuron) =>
        new Contest.Cell(Particles, 40, neuron).Spec(Precision.Double) with { Training = Training(BlockSteps.WarmUp + 512) };

    private static ExperimentSpec Long()
    {
        var spec = new Contest.Cell(Particles, 320, "ramp").Spec(Precision.Double);
        return spec with { Training = Training(BlockSteps.WarmUp + 128), Compute = spec.Compute with { Window = 32 } };
    }

    private static ExperimentSpec Noisy(ExperimentSpec spec) =>
        spec with { Training = spec.Training with { InverseTemperature = 1e6 } };

    private static TrainingSpec Training(long steps) => PaperLaw.Of(1, 1, steps).Training;
}
