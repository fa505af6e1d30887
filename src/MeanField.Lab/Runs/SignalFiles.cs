namespace MeanField.Lab.Runs;

/// <summary>
/// The run's journal on disk: the residuals of every step, and in a look-ahead run by how much those of a window
/// before were wrong, which moves nothing but has been measured and cannot be made again from residuals.
/// </summary>
internal sealed class SignalFiles : IDisposable
{
    private readonly StepFile _residuals;
    private readonly StepFile? _discrepancies;

    public SignalFiles(string directory, RunManifest manifest, bool anew)
    {
        var shape = manifest.Shape;
        _residuals = Open(RunFiles.Residuals, new(0, shape.SignalLength, shape.JournalLength));
        if (shape.CertificateLength > 0)
            _discrepancies = Open(RunFiles.Discrepancies, new(
                shape.SignalLength, shape.CertificateLength, shape.JournalLength, Lag(manifest)));

        StepFile Open(string name, StepColumns columns)
        {
            var path = Path.Combine(directory, name);
            return anew ? StepFile.Create(path, columns) : StepFile.Reopen(path, columns);
        }
    }

    /// <summary>Steps whose residuals are recorded.</summary>
    public long Steps => _residuals.Steps;

    public string Hash => _residuals.Hash;

    /// <summary>How good foretold residuals were; null where none are foretold.</summary>
    public ResidualCertificate? Certificate =>
        _discrepancies is null ? null : ResidualCertificate.Of(_residuals.Size, _discrepancies.Size);

    public void Append(long firstStep, ReadOnlySpan<double> signals)
    {
        _residuals.Append(firstStep, signals);
        _discrepancies?.Append(firstStep, signals);
    }

    public void Commit()
    {
        _residuals.Commit();
        _discrepancies?.Commit();
    }

    public void Dispose()
    {
        _residuals.Dispose();
        _discrepancies?.Dispose();
    }

    /// <summary>All durable signals, as engines take them.</summary>
    public static double[] Read(string directory, RunManifest manifest)
    {
        var shape = manifest.Shape;
        var residuals = ReadAll(directory, RunFiles.Residuals);
        if (shape.CertificateLength == 0)
            return residuals;
        var (lag, discrepancies) = (Lag(manifest), ReadAll(directory, RunFiles.Discrepancies));
        var certified = lag + discrepancies.Length / shape.CertificateLength;
        var steps = Math.Min(residuals.Length / shape.SignalLength, certified);
        var signals = new double[steps * shape.JournalLength];
        for (var step = 0; step < steps; step++)
        {
            var signal = signals.AsSpan(step * shape.JournalLength, shape.JournalLength);
            residuals.AsSpan(step * shape.SignalLength, shape.SignalLength).CopyTo(signal);
            if (step >= lag)
                discrepancies.AsSpan((step - lag) * shape.CertificateLength, shape.CertificateLength)
                    .CopyTo(signal[shape.SignalLength..]);
        }
        return signals;
    }

    private static double[] ReadAll(string directory, string name)
    {
        using var reader = NpyReader.Open(Path.Combine(directory, name));
        var values = new double[reader.Header.Count];
        reader.Read(0, values);
        return values;
    }

    /// <summary>A window's discrepancies come with the signals of the next.</summary>
    private static int Lag(RunManifest manifest) => ((LookAheadCommunication)manifest.Spec.Communication).Window;
}
