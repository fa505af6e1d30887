using MeanField.Core.Randomness;

namespace MeanField.Theory.Population;

/// <summary>Clouds of particles that are drawn from ρ₀ independently.</summary>
public static class IndependentClouds
{
    /// <summary>So many that their deviation is known to a fifth.</summary>
    public const int Count = 16;

    private const ulong Seed = 7;

    public static double[] Draw(NetworkSpec network, NeuronLayout layout, int size, int draw)
    {
        var start = new StartLaw(network, layout);
        var point = new double[start.Coordinates];
        var rows = new List<double>(size * layout.Length);
        for (var i = 0; i < size; i++)
        {
            Uniforms.Fill(Seed, Purpose.Theory, 2 + draw, i, point);
            rows.AddRange(start.At(point));
        }
        return [.. rows];
    }
}
