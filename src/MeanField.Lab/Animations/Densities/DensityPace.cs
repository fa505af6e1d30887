using MeanField.Lab.Runs;

namespace MeanField.Lab.Animations.Densities;

/// <summary>A time of the flow, and how long its frame stands.</summary>
/// <param name="Row">Of the flow.</param>
/// <param name="Time">t.</param>
/// <param name="Milliseconds">How long.</param>
internal sealed record FramePace(int Row, double Time, int Milliseconds);

/// <summary>Makes the density move at an even pace, whatever the spacing of its times.</summary>
internal static class DensityPace
{
    private const double Length = 14_000;

    // a part of the film goes to the number of frames, so that nothing stands still
    private const double ByCount = .2;

    // a screen shows no more than this
    private const double Shortest = 40;
    private const double Longest = 500;
    private const int Last = 2500;

    public static IReadOnlyList<FramePace> Of(DensityFlow flow, IReadOnlySet<double> observed)
    {
        double[] moved = [.. Enumerable.Range(1, flow.Times.Length - 1)
            .Select(row => Distance(flow, row - 1, row))];
        var whole = Math.Max(moved.Sum(), double.Epsilon);
        var paces = new List<FramePace>();
        var waiting = 0.0;
        for (var row = 0; row < moved.Length; row++)
        {
            waiting += Length * ((1 - ByCount) * moved[row] / whole + ByCount / moved.Length);
            // what was observed is always shown; between, no more frames than can be seen
            if (waiting < Shortest && !observed.Contains(flow.Times[row]))
                continue;
            paces.Add(new(row, flow.Times[row], (int)Math.Clamp(waiting, Shortest, Longest)));
            waiting = 0;
        }
        paces.Add(new(moved.Length, flow.Times[^1], Last));
        return paces;
    }

    /// <summary>Wasserstein-1: ∫|F − G|.</summary>
    private static double Distance(DensityFlow flow, int first, int second)
    {
        var width = flow.Edges[1] - flow.Edges[0];
        var (difference, distance) = (0.0, 0.0);
        for (var bin = 0; bin < flow.Edges.Length - 1; bin++)
        {
            difference += (flow.Densities[first][bin] - flow.Densities[second][bin]) * width;
            distance += Math.Abs(difference) * width;
        }
        return distance;
    }
}
