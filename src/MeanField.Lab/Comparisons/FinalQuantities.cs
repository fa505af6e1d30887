using MeanField.Lab.Runs;

namespace MeanField.Lab.Comparisons;

/// <summary>
/// The scalar quantities of a run's final particles: |w|, and a and b where they are trained.
/// </summary>
internal static class FinalQuantities
{
    private const int RowsAtOnce = 1024;

    public static Dictionary<string, double[]> Read(RunRecord run)
    {
        using var file = run.OpenParticles();
        if (file is null)
            return [];
        var (count, length) = (run.Manifest.Shape.Particles, run.Manifest.Shape.ParticleLength);
        string[] scalars = [.. Scalars(run)];
        var quantities = scalars.Prepend("weightNorm").ToDictionary(name => name, _ => new double[count]);
        var rows = new double[RowsAtOnce * length];
        for (long first = 0; first < count; first += RowsAtOnce)
        {
            var some = (int)Math.Min(RowsAtOnce, count - first);
            file.Read(first * length, rows.AsSpan(0, some * length));
            for (var i = 0; i < some; i++)
                Take(rows.AsSpan(i * length, length), first + i, scalars, quantities);
        }
        return quantities;
    }

    private static void Take(
        ReadOnlySpan<double> row, long particle, string[] scalars, Dictionary<string, double[]> quantities)
    {
        var weights = row.Length - scalars.Length;
        quantities["weightNorm"][particle] = Norm(row[..weights]);
        for (var j = 0; j < scalars.Length; j++)
            quantities[scalars[j]][particle] = row[weights + j];
    }

    private static IEnumerable<string> Scalars(RunRecord run)
    {
        if (run.Spec.Network.Amplitude.Trained)
            yield return "amplitude";
        if (run.Spec.Network.Bias.Trained)
            yield return "bias";
    }

    private static double Norm(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
            sum += weight * weight;
        return Math.Sqrt(sum);
    }
}
