using MeanField.Theory.FokkerPlanck;

namespace MeanField.Theory.Tests.FokkerPlanck;

/// <summary>
/// Grids kept the scratch of a step once: of laws stepped side by side on one grid, some did not settle.
/// </summary>
public class SharedGridTests
{
    private const int Laws = 4;
    private const int Steps = 300;

    public static TheoryData<ICells> Grids => new(
        new LineGrid(3, 200), new RadialGrid(10, 3, 200), new PlaneGrid(new(3, 20), new(3, 20)));

    [Theory]
    [MemberData(nameof(Grids), DisableDiscoveryEnumeration = true)]
    public void Laws_that_step_on_one_grid_at_once_come_to_what_each_comes_to_alone(ICells grid)
    {
        var alone = Enumerable.Range(0, Laws).Select(law => Step(grid, law)).ToArray();
        var together = new double[Laws][];
        Parallel.For(0, Laws, law => together[law] = Step(grid, law));
        Assert.Equal(alone, together);
    }

    /// <summary>All mass from one cell into a slope of its own.</summary>
    private static double[] Step(ICells grid, int law)
    {
        double[] potential = [.. Enumerable.Range(0, grid.Count).Select(i => (law + 1) * grid.Square(i))];
        var (masses, next) = (new double[grid.Count], new double[grid.Count]);
        masses[grid.Count / (law + 2)] = 1;
        for (var k = 0; k < Steps; k++)
        {
            grid.Diffuse(potential, 0.2, 0.01, masses, next);
            (masses, next) = (next, masses);
        }
        return masses;
    }
}
