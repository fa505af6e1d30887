using MeanField.Lab.Runs;
using MeanField.Theory;

namespace MeanField.Lab.Tests.Support;

/// <summary>The sample run, against a made-up limit that is solved at more times than were observed.</summary>
public static class FlowingRun
{
    /// <summary>The observed ones are 0, 1.25 and 2.5.</summary>
    public static readonly double[] Times = [0, 0.5, 1, 1.25, 2, 2.5];

    private static readonly double[] Levels = [.. Enumerable.Range(0, 101).Select(i => i / 100.0)];

    public static RunRecord Write(string path)
    {
        using (var directory = new SampleRun().Create(path))
        {
            foreach (var fact in new SampleRun().Events)
                directory.Accept(fact);
            directory.Accept(new ReferenceSolution("limit", 5, 0, [.. Times.Select(At)]), "because");
        }
        return RunDirectory.Open(path);
    }

    /// <summary>|w| uniform on [0, 1 + t]: the density is 1/(1 + t).</summary>
    private static ReferencePoint At(double time) => new()
    {
        Time = time,
        Risk = 1.5 - time / 5,
        WeightNorm = NormLaw.OfQuantiles(
            [.. Levels.Select(level => level * (1 + time))],
            Levels,
            [.. Levels.Select(_ => 1.0 / Levels.Length)]),
    };
}
