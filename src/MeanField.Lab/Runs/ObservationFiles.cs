using MeanField.Lab.Files;
using MeanField.Theory;

namespace MeanField.Lab.Runs;

/// <summary>The observations of a run so far, and the files that show them.</summary>
internal sealed class ObservationFiles(string directory, ExperimentSpec spec, int particleLength)
{
    private readonly SortedDictionary<long, Observation> _byStep = [];

    public IReadOnlyList<Observation> Observations => [.. _byStep.Values];

    /// <summary>What the observations are held against.</summary>
    public ReferenceSolution? Reference { get; set; }

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
            WriteArchive(RunFiles.Histograms, MeasureArchives.Histograms(counted, DensityReference));
        if (Reference is not null)
            WriteFile(RunFiles.TheoryCsv, stream => TrajectoryCsv.Write(
                stream, TheoryTable.Of(Reference, spec.Training.StepSize)));
        if (DensityReference is { } solution && DensityFlow.Of(solution) is { } flow)
            WriteArchive(RunFiles.TheoryDensities, flow.Arrays());
        Observation[] tracked = [.. observations.Where(o => !o.Paths.IsDefaultOrEmpty)];
        if (tracked.Length > 0)
            WriteArchive(RunFiles.Paths, MeasureArchives.Paths(tracked, particleLength));
    }

    /// <summary>References know the law of |w| only.</summary>
    private ReferenceSolution? DensityReference =>
        spec.Observe.Histogram?.Of == HistogramQuantity.WeightNorm ? Reference : null;

    private void WriteArchive(string name, IReadOnlyDictionary<string, NpyArray> arrays) =>
        WriteFile(name, stream => NpzArchive.Write(stream, arrays));

    private void WriteFile(string name, Action<Stream> write) =>
        AtomicFile.Write(Path.Combine(directory, name), write);
}
