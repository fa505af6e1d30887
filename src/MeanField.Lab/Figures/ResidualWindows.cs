
namespace MeanField.Lab.Figures;

/// <summary>The mean square of the residuals over a window of steps.</summary>
/// <param name="MiddleStep">The mean step of the window.</param>
/// <param name="MeanSquare">Estimates the risk: a residual is the error on a fresh sample.</param>
/// <param name="StandardError">Of the mean square.</param>
internal readonly record struct ResidualWindow(double MiddleStep, double MeanSquare, double StandardError)
{
    private const int MostWindows = 60;
    private const int FewestResiduals = 50;

    /// <summary>
    /// Windows of geometrically growing length that cover all steps, in one pass over the file.
    /// </summary>
    public static IReadOnlyList<ResidualWindow> Of(NpyReader residuals)
    {
        var steps = residuals.Header.Shape[0];
        var perStep = steps == 0 ? 1 : (int)(residuals.Header.Count / steps);
        var windows = new List<ResidualWindow>();
        var ends = new Queue<long>(Ends(steps, perStep));
        var sums = default(Sums);
        long first = 0, index = 0;
        foreach (var block in residuals.Blocks())
            foreach (var residual in block.Span)
            {
                sums.Add(residual);
                if (++index != ends.Peek() * perStep)
                    continue;
                var end = ends.Dequeue();
                windows.Add(sums.Window((first + end - 1) / 2.0));
                (sums, first) = (default, end);
            }
        return windows;
    }

    private static IEnumerable<long> Ends(long steps, int perStep)
    {
        var fewest = Math.Max(1, FewestResiduals / perStep);
        var growth = Math.Pow(Math.Max(2, (double)steps / fewest), 1.0 / MostWindows);
        for (long end = 0, length = fewest; end < steps;)
        {
            var grown = (long)(Math.Max(end, fewest) * (growth - 1));
            end = Math.Min(steps, end + Math.Max(length, grown));
            if (steps - end < length)
                end = steps;
            yield return end;
        }
    }

    private struct Sums
    {
        private long _count;
        private double _squares;
        private double _fourths;

        public void Add(double residual)
        {
            var square = residual * residual;
            _count++;
            _squares += square;
            _fourths += square * square;
        }

        public readonly ResidualWindow Window(double middle)
        {
            var mean = _squares / _count;
            var variance = Math.Max(0, _fourths / _count - mean * mean);
            return new(middle, mean, Math.Sqrt(variance / _count));
        }
    }
}
