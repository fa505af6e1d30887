using MeanField.Theory.Integration;

namespace MeanField.Theory.Population;

/// <summary>Samples of a data law on independently shifted lattices, of equal weight.</summary>
public static class LatticeSamples
{
    /// <summary>One sample for every shift.</summary>
    /// <param name="data">Any law but a table.</param>
    /// <param name="points">Of a lattice, a power of 2.</param>
    /// <param name="shifts">How many there are.</param>
    public static WeightedSamples[] Of(DataSpec data, int points, int shifts)
    {
        var lattice = new ShiftedLattice(points, SampleQuadrature.DimensionOf(data));
        return [.. Enumerable.Range(0, shifts).Select(shift => Of(data, lattice, shift))];
    }

    /// <summary>The sample of one shift alone.</summary>
    public static WeightedSamples OfShift(DataSpec data, int points, int shift) =>
        Of(data, new ShiftedLattice(points, SampleQuadrature.DimensionOf(data)), shift);

    private static WeightedSamples Of(DataSpec data, ShiftedLattice lattice, int shift) =>
        SampleQuadrature.OfNormals(data, lattice.Normals(shift).Select(x => (x, 1.0)));

    /// <summary>All of them as one sample.</summary>
    public static WeightedSamples Union(IReadOnlyList<WeightedSamples> parts) => parts[0] with
    {
        Inputs = [.. parts.SelectMany(part => part.Inputs)],
        Targets = [.. parts.SelectMany(part => part.Targets)],
        Weights = [.. parts.SelectMany(part => part.Weights.Select(weight => weight / parts.Count))],
    };
}
