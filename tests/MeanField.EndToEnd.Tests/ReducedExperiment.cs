using System.Globalization;
using System.Text.Json;
using MeanField.Core.Specification;

namespace MeanField.EndToEnd.Tests;

/// <summary>An experiment of the repository, cut down to a second by <c>--set</c> alone.</summary>
internal static class ReducedExperiment
{
    /// <summary>Eight leaves, so that seven shards have work.</summary>
    private const long MostParticles = 8 * LeafSize;

    private const int LeafSize = 64;

    /// <summary>Not a whole number of windows.</summary>
    private const long MostSteps = 1003;

    public static IEnumerable<string> Arguments(string path)
    {
        var spec = SpecificationFile.Read(path);
        yield return path;
        foreach (var set in Sets(spec))
        {
            yield return "--set";
            yield return set;
        }
    }

    private static IEnumerable<string> Sets(ExperimentSpec spec)
    {
        var horizon = Math.Min(spec.Training.Horizon, MostSteps * spec.Training.StepSize);
        yield return $"training.horizon={Number(horizon)}";
        yield return spec.Observe.Every is null
            ? $"observe.times=[0,{Number(horizon / 3)},{Number(horizon)}]"
            : $"observe.every={Number(horizon / 3)}";
        yield return $"observe.testSamples={Math.Min(spec.Observe.TestSamples, 500)}";
        yield return $"compute.leaf={LeafSize}";
        if (spec.Network.Particles > MostParticles)
            yield return $"network.particles={MostParticles}";
    }

    private static string Number(double value) => JsonSerializer.Serialize(value).ToString(CultureInfo.InvariantCulture);
}
