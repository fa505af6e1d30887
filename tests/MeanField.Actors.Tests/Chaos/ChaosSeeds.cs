using System.Globalization;

namespace MeanField.Actors.Tests.Chaos;

/// <summary>
/// Which seeds are tried: 1 to 200, or what MEANFIELD_CHAOS_SEEDS says, as in <c>10000</c> or <c>4711-4720</c>.
/// </summary>
internal static class ChaosSeeds
{
    private const string Variable = "MEANFIELD_CHAOS_SEEDS";
    private const int Usual = 200;

    public static IEnumerable<int> Chosen { get; } = Parse(Environment.GetEnvironmentVariable(Variable));

    private static IEnumerable<int> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Enumerable.Range(1, Usual);
        var bounds = text.Split('-').Select(bound => int.Parse(bound, CultureInfo.InvariantCulture)).ToList();
        var (first, last) = bounds.Count == 1 ? (1, bounds[0]) : (bounds[0], bounds[1]);
        return Enumerable.Range(first, last - first + 1);
    }
}
