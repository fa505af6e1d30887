using MeanField.Lab.Files;

namespace MeanField.Lab.Runs;

/// <summary>The observations of a run so far, and the files that show them.</summary>
internal sealed class ObservationFiles(string directory, int particleLength)
{
    private readonly SortedDictionary<long, Observation> _byStep = [];

    public IReadOnlyList<Observation> Observations => [.. _byStep.Values];

    /// <summary>Takes an observation; one of the same step is replaced.</summary>
    public void Add(Observation observation) => _byStep[observation.Step] = observation;

    public void Write()
    {
        var observations = Observations;
        var table = TrajectoryTable.Of(observations);
        WriteFile(RunFiles.TrajectoryCsv, stream => TrajectoryCsv.Write(stream, table));
        WriteFile(RunFiles.TrajectoryParquet, stream => TrajectoryParquet.Write(stream, table));
        Observation[] counted = [.. observations.Where(o => o.Histogram is not null)];
        if (counted.Length > 0)
            WriteArchive(RunFiles.Histograms, MeasureArchives.Histograms(counted));
        Observation[] tracked = [.. observations.Where(o => !o.Paths.IsDefaultOrEmpty)];
        if (tracked.Length > 0)
            WriteArchive(RunFiles.Paths, MeasureArchives.Paths(tracked, particleLength));
    }

    private void WriteArchive(string name, IReadOnlyDictionary<string, NpyArray> arrays) =>
        WriteFile(name, stream => NpzArchive.Write(stream, arrays));

    private void WriteFile(string name, Action<Stream> write) =>
        AtomicFile.Write(Path.Combine(directory, name), write);
}
