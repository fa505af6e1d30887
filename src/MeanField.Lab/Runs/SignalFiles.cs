namespace MeanField.Lab.Runs;

/// <summary>
/// The run's journal on disk: the residuals of every step, and in a look-ahead run by how much those of a window
/// before were wrong and how often a window was tried, which move nothing but cannot be made again from residuals.
/// </summary>
internal sealed class SignalFiles : IDisposable
{
    private readonly Dictionary<string, StepFile> _files = [];

    public SignalFiles(string directory, RunManifest manifest, bool anew)
    {
        foreach (var (name, columns) in Parts(manifest))
        {
            var path = Path.Combine(directory, name);
            _files[name] = anew ? StepFile.Create(path, columns) : StepFile.Reopen(path, columns);
        }
    }

    /// <summary>Steps whose residuals are recorded.</summary>
    public long Steps => Residuals.Steps;

    public string Hash => Residuals.Hash;

    /// <summary>How good foretold residuals were; null where none are foretold.</summary>
    public ResidualCertificate? Certificate => _files.TryGetValue(RunFiles.Discrepancies, out var discrepancies)
        ? ResidualCertificate.Of(Residuals.Size, discrepancies.Size, _files.GetValueOrDefault(RunFiles.Trials)?.Size)
        : null;

    private StepFile Residuals => _files[RunFiles.Residuals];

    public void Append(long firstStep, ReadOnlySpan<double> signals)
    {
        foreach (var file in _files.Values)
            file.Append(firstStep, signals);
    }

    public void Commit()
    {
        foreach (var file in _files.Values)
            file.Commit();
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
    }

    /// <summary>All durable signals, as engines take them.</summary>
    public static double[] Read(string directory, RunManifest manifest)
    {
        var parts = Parts(manifest)
            .Select(part => (part.Columns, Values: ReadAll(Path.Combine(directory, part.Name)))).ToList();
        var steps = parts.Min(part => part.Columns.FirstStep + part.Values.Length / part.Columns.Count);
        var signals = new double[steps * manifest.Shape.JournalLength];
        foreach (var (columns, values) in parts)
            for (var step = columns.FirstStep; step < steps; step++)
                values.AsSpan((int)(step - columns.FirstStep) * columns.Count, columns.Count)
                    .CopyTo(signals.AsSpan((int)step * columns.SignalLength + columns.First));
        return signals;
    }

    private static IEnumerable<(string Name, StepColumns Columns)> Parts(RunManifest manifest)
    {
        var (batch, length) = (manifest.Shape.SignalLength, manifest.Shape.JournalLength);
        yield return (RunFiles.Residuals, new(0, batch, length));
        if (manifest.Spec.Communication is not LookAheadCommunication ahead)
            yield break;
        // a window's discrepancies come with the signals of the next
        yield return (RunFiles.Discrepancies, new(batch, batch, length, ahead.Window));
        if (ahead.Tolerance is not null)
            yield return (RunFiles.Trials, new(2 * batch, 1, length));
    }

    private static double[] ReadAll(string path)
    {
        using var reader = NpyReader.Open(path);
        var values = new double[reader.Header.Count];
        reader.Read(0, values);
        return values;
    }
}
