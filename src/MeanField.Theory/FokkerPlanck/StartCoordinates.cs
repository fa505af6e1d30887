using MeanField.Theory.Population;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>The start of neurons with one or two coordinates, on cells.</summary>
internal static class StartCoordinates
{
    private const int CirclePoints = 720;

    /// <summary>Of a single weight.</summary>
    public static CoordinateLaw Single(WeightLaw law) => law switch
    {
        GaussianWeights gaussian => CoordinateLaw.Normal(gaussian.Scale),
        _ => CoordinateLaw.OfAtoms(
            [.. WeightAtoms(law, 1).Select(atom => (atom[0], 1.0 / WeightAtoms(law, 1).Count()))]),
    };

    /// <summary>The laws of either coordinate.</summary>
    public static (CoordinateLaw First, CoordinateLaw Second) Pair(ExperimentSpec spec)
    {
        var (network, weights) = (spec.Network, spec.Network.Weights.Initial);
        if (SampleQuadrature.DimensionOf(spec.Data) == 1)
            return (Single(weights), CoordinateLaw.Of(Scalar(network)));
        if (weights is GaussianWeights gaussian)
        {
            var each = CoordinateLaw.Normal(gaussian.Scale / Math.Sqrt(2));
            return (each, each);
        }
        var atoms = WeightAtoms(weights, 2).ToArray();
        CoordinateLaw Marginal(int i) =>
            CoordinateLaw.OfAtoms([.. atoms.Select(atom => (atom[i], 1.0 / atoms.Length))]);
        return (Marginal(0), Marginal(1));
    }

    /// <summary>The mass of every cell of the plane.</summary>
    public static double[] Masses(ExperimentSpec spec, PlaneGrid grid)
    {
        var weights = spec.Network.Weights.Initial;
        var joint = SampleQuadrature.DimensionOf(spec.Data) == 1
            ? weights is RowWeights && Scalar(spec.Network) is ListedScalar
            : weights is not GaussianWeights;
        return joint ? JointMasses(spec, grid) : ProductMasses(spec, grid);
    }

    private static double[] ProductMasses(ExperimentSpec spec, PlaneGrid grid)
    {
        var (first, second) = Pair(spec);
        var (rows, columns) = (grid.First.Masses(first), grid.Second.Masses(second));
        return [.. rows.SelectMany(row => columns.Select(column => row * column))];
    }

    private static double[] JointMasses(ExperimentSpec spec, PlaneGrid grid)
    {
        var dimension = SampleQuadrature.DimensionOf(spec.Data);
        var atoms = WeightAtoms(spec.Network.Weights.Initial, dimension).ToArray();
        if (dimension == 1)
        {
            var listed = (ListedScalar)Scalar(spec.Network);
            atoms = [.. atoms.Select((w, i) => (double[])[w[0], listed.Values[i]])];
        }
        var masses = new double[grid.Count];
        foreach (var atom in atoms)
            foreach (var (i, row) in grid.First.Share(atom[0]))
                foreach (var (j, column) in grid.Second.Share(atom[1]))
                    masses[i * grid.Second.Cells + j] += row * column / atoms.Length;
        return masses;
    }

    private static ScalarLaw Scalar(NetworkSpec network) =>
        network.Amplitude.Trained ? network.Amplitude.Initial : network.Bias.Initial;

    private static IEnumerable<double[]> WeightAtoms(WeightLaw law, int dimension) => law switch
    {
        SphereWeights sphere when dimension == 1 => [[-sphere.Radius], [sphere.Radius]],
        SphereWeights sphere => Enumerable.Range(0, CirclePoints)
            .Select(k => 2 * Math.PI * (k + 0.5) / CirclePoints)
            .Select(angle => (double[])[sphere.Radius * Math.Cos(angle), sphere.Radius * Math.Sin(angle)]),
        FixedWeights point => [[.. point.Value]],
        RowWeights rows => rows.Values.Select(row => row.ToArray()),
        _ => throw new NotSupportedException($"no atoms of {law.GetType().Name}"),
    };
}
