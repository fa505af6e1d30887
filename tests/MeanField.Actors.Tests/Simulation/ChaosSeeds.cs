using System.Globalization;

namespace MeanField.Actors.Tests.Simulation;

/// <summary>
/// How many seeds the simulated cluster is put through: 200, or what MEANFIELD_CHAOS_SEEDS says.
/// </summary>
internal static class ChaosSeeds
{
    private const string Variable = "MEANFIELD_CHAOS_SEEDS";

    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : 200;
}
