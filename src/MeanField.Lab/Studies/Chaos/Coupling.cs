using MeanField.Lab.Studies.Ensembles;
using MeanField.Theory.Radial;

namespace MeanField.Lab.Studies.Chaos;

/// <summary>SGD and the nonlinear dynamics from the same starts.</summary>
internal static class Coupling
{
    // the ramp's field is smooth on the scale of this time
    private const double LongestStep = 0.005;

    /// <summary>max_i |θ_i − θ̄_i| at times that divide the horizon evenly, the start among them.</summary>
    public static double[] Distances(ExperimentSpec spec, int intervals)
    {
        using var run = new ParticleRun(spec);
        var starts = run.Particles().Chunk(MainExample.Dimension).ToArray();
        double[] norms = [.. starts.Select(Norm)];
        var paths = new NonlinearPaths(RadialReference.ProblemOf(spec), norms);
        var (horizon, distances) = (spec.Training.Horizon, new double[intervals + 1]);
        for (var i = 1; i <= intervals; i++)
        {
            run.AdvanceTo(i * horizon / intervals);
            paths.Advance(horizon / intervals, 1 + (int)(horizon / intervals / LongestStep));
            distances[i] = Furthest(run.Particles().Chunk(MainExample.Dimension), starts, norms, paths.Norms);
        }
        return distances;
    }

    public static double Norm(double[] w) => Math.Sqrt(w.Sum(c => c * c));

    private static double Furthest(
        IEnumerable<double[]> neurons, double[][] starts, double[] norms, ReadOnlySpan<double> carried)
    {
        var (furthest, i) = (0.0, 0);
        foreach (var w in neurons)
        {
            var (start, scale) = (starts[i], carried[i] / norms[i]);
            var square = 0.0;
            for (var c = 0; c < w.Length; c++)
                square += (w[c] - scale * start[c]) * (w[c] - scale * start[c]);
            furthest = Math.Max(furthest, square);
            i++;
        }
        return Math.Sqrt(furthest);
    }
}
