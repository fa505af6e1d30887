namespace MeanField.Benchmarks.Scaling;

/// <summary>Which cells are measured, how often and for how long.</summary>
internal sealed record StudyGrid(string Name, IReadOnlyList<StudyCell> Cells, int Rounds, double SecondsPerCell)
{
    public const int MostShards = 8;

    /// <summary>Of the figures of strong and weak scaling.</summary>
    public const int MainDimension = 40;

    /// <summary>Particles of each process where the work grows with them.</summary>
    public const long WeakParticles = 131_072;

    private const long Few = 256;

    private static readonly (int Processes, int Shards)[] Spreads =
        [(1, 1), (1, 2), (1, 8), (2, 2), (2, 8), (4, 4), (4, 8)];

    public static StudyGrid Of(bool quick) => quick ? Quick() : Full();

    private static StudyGrid Quick() => new(
        "quick",
        [
            .. Sizes(10, Few, 131_072),
            .. Sizes(40, Few, 16_384, 131_072, 262_144, 524_288),
            .. Sizes(320, Few, 16_384, 131_072),
            .. Batches(64, 256),
        ],
        Rounds: 1,
        SecondsPerCell: 0.7);

    private static StudyGrid Full() => new(
        "full",
        [
            .. Sizes(10, Few, 16_384, 131_072, 1_048_576),
            .. Sizes(40, Few, 16_384, 131_072, 262_144, 524_288, 1_048_576),
            .. Sizes(320, Few, 16_384, 131_072),
            .. Batches(16, 64, 256),
        ],
        Rounds: 3,
        SecondsPerCell: 2);

    private static IEnumerable<StudyCell> Sizes(int dimension, params long[] sizes) =>
        from particles in sizes
        from spread in Spreads
        select new StudyCell(particles, dimension, 1, spread.Processes, spread.Shards);

    /// <summary>Rounds of one size with more to carry: what a byte costs.</summary>
    private static IEnumerable<StudyCell> Batches(params int[] batches) =>
        from batch in batches
        from spread in Spreads
        where spread.Shards <= 4
        select new StudyCell(Few, 10, batch, spread.Processes, spread.Shards);
}
