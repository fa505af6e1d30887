using MathNet.Numerics.Distributions;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>Equal cells of [−reach, reach], an even number of them: the origin is an edge.</summary>
public sealed record LineGrid(double Reach, int Cells)
{
    public double Width => 2 * Reach / Cells;

    public double Center(int cell) => Width * (cell + 0.5 - Cells / 2);

    public double Edge(int cell) => Width * (cell - Cells / 2);

    /// <summary>The mass of every cell under the start; an atom is shared so that its mean is kept.</summary>
    public double[] Masses(WeightLaw law)
    {
        var masses = new double[Cells];
        if (law is GaussianWeights { Scale: > 0 } gaussian)
            for (var i = 0; i < Cells; i++)
                masses[i] = Normal.CDF(0, gaussian.Scale, Edge(i + 1))
                    - Normal.CDF(0, gaussian.Scale, Edge(i));
        else
            foreach (var (place, mass) in LineStart.Atoms(law))
                Share(masses, place, mass);
        var total = masses.Sum();
        return [.. masses.Select(mass => mass / total)];
    }

    private void Share(double[] masses, double place, double mass)
    {
        var scaled = place / Width + Cells / 2 - 0.5;
        var cell = Math.Clamp((int)Math.Floor(scaled), 0, Cells - 2);
        masses[cell] += mass * (cell + 1 - scaled);
        masses[cell + 1] += mass * (scaled - cell);
    }
}
