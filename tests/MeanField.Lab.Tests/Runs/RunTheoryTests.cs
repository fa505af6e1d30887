using MeanField.Core.Tests.Support;
using MeanField.Lab.Runs;
using MeanField.Lab.Tests.Support;
using MeanField.Theory;

namespace MeanField.Lab.Tests.Runs;

public class RunTheoryTests
{
    private static readonly double[] Radii = [.. Enumerable.Range(0, 201).Select(i => i / 100.0)];

    /// <summary>|w| uniform on [0, 2], at times of which the middle one was not observed.</summary>
    private static ReferenceSolution Reference => new("radial dynamics", 5, 1e-6,
    [
        .. new[] { 0, 0.5, 1.25 }.Select(time => new ReferencePoint
        {
            Time = time,
            Risk = 1.4 - time / 10,
            Columns = [new("weightNormMean", 1)],
            WeightNorm = NormLaw.OfQuantiles(
                Radii, [.. Radii.Select(r => r / 2)], [.. Radii.Select(_ => 1.0 / Radii.Length)]),
        }),
    ]);

    [Fact]
    public void The_reference_is_beside_the_run_in_the_same_columns()
    {
        using var directory = new TemporaryDirectory();
        Write(directory.Path, Reference, "rotations");

        var record = RunDirectory.Open(directory.Path);
        Assert.Equal([0, 0.5, 1.25], record.Theory!.Times);
        Assert.Equal([0, 4, 10], record.Theory.Rows.Select(row => row.Step));
        Assert.Equal([1.4 - 0.0 / 10, 1.4 - 0.5 / 10, 1.4 - 1.25 / 10], record.Theory.Column("risk")!);
        Assert.Equal([1, 1, 1], record.Theory.Column("weightNormMean")!);
        Assert.Equal(new TheoryNote("radial dynamics", 5, 1e-6, "rotations"), record.Result.Theory);
    }

    [Fact]
    public void The_histogram_gets_the_references_density_where_it_was_solved()
    {
        using var directory = new TemporaryDirectory();
        Write(directory.Path, Reference, "");

        var densities = RunDirectory.Open(directory.Path).TheoryDensities;
        Assert.Equal([0, 10], densities.Keys.Order());
        // uniform on [0, 2]: density ½ in each of the four bins
        Assert.All(densities[10], density => Assert.Equal(0.5, density, 6));
    }

    [Fact]
    public void A_run_without_reference_says_why()
    {
        using var directory = new TemporaryDirectory();
        Write(directory.Path, null, "the data are a table");
        var record = RunDirectory.Open(directory.Path);
        Assert.Null(record.Theory);
        Assert.Equal(new TheoryNote(null, 0, 0, "the data are a table"), record.Result.Theory);
    }

    [Fact]
    public void The_reference_is_solved_at_every_observed_time_and_between()
    {
        double[] observed = [0, 0.001, 0.1, 10];
        var times = ReferenceTimes.Of(observed);
        Assert.Subset(times.ToHashSet(), observed.ToHashSet());
        Assert.Equal(times.Distinct().Order(), times);
        Assert.Equal((0, 10), (times[0], times[^1]));
        Assert.True(times.Count(time => time is > 0.001 and < 0.1) > 10);
        Assert.Equal([0], ReferenceTimes.Of([0]));
    }

    private static void Write(string path, ReferenceSolution? reference, string reason)
    {
        using var directory = new SampleRun().Create(path);
        foreach (var fact in new SampleRun().Events)
            directory.Accept(fact);
        directory.Accept(reference, reason);
    }
}
