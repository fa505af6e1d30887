namespace MeanField.Lab.Studies.Scaling;

/// <summary>
/// What prices measured on one machine say of clusters that nobody has built: every node a machine like the
/// measured one, with a process of its own, and a network as quick as loopback.
/// </summary>
public sealed record ClusterForecast(CostFit Prices, int CoresPerNode, double CacheBytesPerNode)
{
    private const int ShardsPerCore = 4;

    /// <summary>
    /// As the program is: one message to and from every node, all through the coordinator, so that a round takes a time
    /// that grows with the number of nodes.
    /// </summary>
    public double Flat(long particles, int dimension, int nodes) =>
        OnNodes(particles, dimension, nodes) + Network(levels: nodes > 1 ? 1 : 0, nodes - 1);

    /// <summary>
    /// A hypothesis: combiners that combine others, each so many, in as many levels as it takes; a level costs what
    /// the coordinator's costs now.
    /// </summary>
    public double Tree(long particles, int dimension, int nodes, int fanOut) =>
        OnNodes(particles, dimension, nodes) + Network(Levels(nodes, fanOut), Math.Min(fanOut, nodes - 1));

    /// <summary>The least n with fanOutⁿ ≥ nodes.</summary>
    public static int Levels(int nodes, int fanOut)
    {
        var levels = 0;
        for (long reached = 1; reached < nodes; reached *= fanOut)
            levels++;
        return levels;
    }

    /// <summary>Bytes of memory that each node gives to its particles and their window's coefficients.</summary>
    public static double BytesPerNode(long particles, int dimension, int nodes, int window = 8) =>
        1.15 * sizeof(double) * particles / nodes * (dimension + window);

    private double OnNodes(long particles, int dimension, int nodes) => Prices.Seconds(new()
    {
        Particles = particles,
        Dimension = dimension,
        Shards = ShardsPerCore * CoresPerNode,
        Cores = nodes * CoresPerNode,
        CacheBytes = nodes * CacheBytesPerNode,
    });

    private double Network(int levels, int partners) => levels * (
        Prices.Price(StepCosts.NetworkRoundTrip)
        + partners * (2 * Prices.Price(StepCosts.RemoteMessage)
            + StepCosts.BytesPerSample * Prices.Price(StepCosts.Byte)));
}
