using MeanField.Core.Numerics;

namespace MeanField.Core.Measures;

/// <summary>The answer to a <see cref="ProbeRequest"/>: order-free, so that blocks' answers merge in any order.</summary>
public sealed class ProbeTotals
{
    public ProbeTotals(int sums, int maxima, int rowValues)
    {
        Sums = new ExactSum[sums];
        for (var i = 0; i < sums; i++)
            Sums[i] = new ExactSum();
        Maxima = new double[maxima];
        Array.Fill(Maxima, double.NegativeInfinity);
        Rows = new double[rowValues];
        Filled = new bool[rowValues];
    }

    /// <summary>Exact sums over particles.</summary>
    public ExactSum[] Sums { get; }

    /// <summary>Maxima over particles (a minimum is the maximum of the negative).</summary>
    public double[] Maxima { get; }

    /// <summary>Rows of particles, particle-major from the request's first particle.</summary>
    public double[] Rows { get; }

    /// <summary>Which of <see cref="Rows"/> have been answered.</summary>
    public bool[] Filled { get; }

    public void Merge(ProbeTotals other)
    {
        for (var i = 0; i < Sums.Length; i++)
            Sums[i].Add(other.Sums[i]);
        for (var i = 0; i < Maxima.Length; i++)
            Maxima[i] = Math.Max(Maxima[i], other.Maxima[i]);
        for (var i = 0; i < Rows.Length; i++)
        {
            if (!other.Filled[i])
                continue;
            Rows[i] = other.Rows[i];
            Filled[i] = true;
        }
    }
}
