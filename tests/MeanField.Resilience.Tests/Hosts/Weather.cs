namespace MeanField.Resilience.Tests.Hosts;

/// <summary>What befalls a frame between two hosts, as it is now.</summary>
internal sealed class Weather(int hosts, int seed)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private readonly int[] _sides = new int[hosts];

    public TimeSpan Delay { get; set; }

    /// <summary>The fraction of frames that is lost.</summary>
    public double Loss { get; set; }

    /// <summary>Cuts these off from all others, both ways; among themselves they go on.</summary>
    public void CutOff(params int[] hosts)
    {
        lock (_lock)
        {
            var side = _sides.Max() + 1;
            foreach (var host in hosts)
                _sides[host] = side;
        }
    }

    public void Heal()
    {
        lock (_lock)
            Array.Clear(_sides);
    }

    /// <summary>How long a frame is on its way; null: it never arrives.</summary>
    public TimeSpan? Between(int from, int to)
    {
        lock (_lock)
            return _sides[from] != _sides[to] || _random.NextDouble() < Loss ? null : Delay;
    }
}
