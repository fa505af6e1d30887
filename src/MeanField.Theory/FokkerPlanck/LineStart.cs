namespace MeanField.Theory.FokkerPlanck;

/// <summary>Laws of one weight that are sums of point masses, and how far any law reaches.</summary>
public static class LineStart
{
    public static IEnumerable<(double Place, double Mass)> Atoms(WeightLaw law) => law switch
    {
        GaussianWeights => [(0, 1)],
        SphereWeights sphere => [(-sphere.Radius, 0.5), (sphere.Radius, 0.5)],
        FixedWeights point => [(point.Value[0], 1)],
        RowWeights rows => rows.Values.Select(row => (row[0], 1.0 / rows.Values.Count)),
        _ => throw new NotSupportedException($"no start {law.GetType().Name} on the line"),
    };

    /// <summary>The furthest atom.</summary>
    public static double Furthest(WeightLaw law) => Atoms(law).Max(atom => Math.Abs(atom.Place));

    /// <summary>Variance around the atoms.</summary>
    public static double Spread(WeightLaw law) =>
        law is GaussianWeights gaussian ? gaussian.Scale * gaussian.Scale : 0;
}
