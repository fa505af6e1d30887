using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MeanField.Lab.Runs;

/// <summary>The run's journal: every step's residuals, (steps) or (steps × batch), and their hash.</summary>
internal sealed class ResidualFile : IDisposable
{
    private readonly NpyWriter _file;
    private readonly int _signalLength;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private ResidualFile(NpyWriter file, int signalLength)
    {
        _file = file;
        _signalLength = signalLength;
    }

    /// <summary>Steps recorded.</summary>
    public long Steps => _file.Values / _signalLength;

    /// <summary>SHA-256, lower-case hex, of the residuals recorded so far.</summary>
    public string Hash => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public static ResidualFile Create(string path, int signalLength) =>
        new(
            NpyWriter.Create(path, NpyElement.Float64, signalLength == 1 ? [] : [signalLength]),
            signalLength);

    /// <summary>Goes on after the last step that is durable.</summary>
    public static ResidualFile Reopen(string path, int signalLength)
    {
        var file = new ResidualFile(NpyWriter.Reopen(path), signalLength);
        using var reader = NpyReader.Open(path);
        foreach (var block in reader.Blocks())
            file._hash.AppendData(MemoryMarshal.AsBytes(block.Span));
        return file;
    }

    /// <summary>
    /// Takes signals from <paramref name="firstStep"/> on; those that are known are passed over.
    /// </summary>
    public void Append(long firstStep, ReadOnlySpan<double> signals)
    {
        if (firstStep > Steps)
            throw new InvalidOperationException($"the residuals of step {Steps} were never recorded");
        if (signals.Length % _signalLength != 0)
            throw new InvalidOperationException($"{signals.Length} residuals are no whole steps");
        var known = (Steps - firstStep) * _signalLength;
        if (known >= signals.Length)
            return;
        var fresh = signals[(int)known..];
        _file.Append(fresh);
        _hash.AppendData(MemoryMarshal.AsBytes(fresh));
    }

    public void Commit() => _file.Commit();

    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
    }
}
