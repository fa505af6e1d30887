using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MeanField.Lab.Runs;

/// <summary>Numbers of every step, (steps) or (steps × numbers), with their hash and size.</summary>
internal sealed class StepFile : IDisposable
{
    private readonly NpyWriter _file;
    private readonly StepColumns _columns;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private double[] _taken = [];

    private StepFile(NpyWriter file, StepColumns columns)
    {
        _file = file;
        _columns = columns;
    }

    /// <summary>Steps taken; all before the first that counts have been.</summary>
    public long Steps => _columns.FirstStep + _file.Values / _columns.Count;

    /// <summary>SHA-256, lower-case hex, of the numbers recorded so far.</summary>
    public string Hash => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Of the numbers recorded so far.</summary>
    public NumberSize Size { get; private set; }

    public static StepFile Create(string path, StepColumns columns) =>
        new(NpyWriter.Create(path, NpyElement.Float64, columns.Count == 1 ? [] : [columns.Count]), columns);

    /// <summary>Goes on after the last step that is durable.</summary>
    public static StepFile Reopen(string path, StepColumns columns)
    {
        var file = new StepFile(NpyWriter.Reopen(path), columns);
        using var reader = NpyReader.Open(path);
        foreach (var block in reader.Blocks())
            file.Count(block.Span);
        return file;
    }

    /// <summary>
    /// Takes signals from <paramref name="firstStep"/> on; those that are known are passed over.
    /// </summary>
    public void Append(long firstStep, ReadOnlySpan<double> signals)
    {
        if (firstStep > Steps)
            throw new InvalidOperationException($"the residuals of step {Steps} were never recorded");
        if (signals.Length % _columns.SignalLength != 0)
            throw new InvalidOperationException($"{signals.Length} residuals are no whole steps");
        var known = (Steps - firstStep) * _columns.SignalLength;
        if (known >= signals.Length)
            return;
        var fresh = Take(signals[(int)known..]);
        _file.Append(fresh);
        Count(fresh);
    }

    public void Commit() => _file.Commit();

    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
    }

    private ReadOnlySpan<double> Take(ReadOnlySpan<double> signals)
    {
        if (_columns.Count == _columns.SignalLength)
            return signals;
        var steps = signals.Length / _columns.SignalLength;
        if (_taken.Length < steps * _columns.Count)
            _taken = new double[steps * _columns.Count];
        for (var step = 0; step < steps; step++)
            signals.Slice(step * _columns.SignalLength + _columns.First, _columns.Count)
                .CopyTo(_taken.AsSpan(step * _columns.Count));
        return _taken.AsSpan(0, steps * _columns.Count);
    }

    private void Count(ReadOnlySpan<double> numbers)
    {
        _hash.AppendData(MemoryMarshal.AsBytes(numbers));
        Size = Size.With(numbers);
    }
}

/// <summary>Which numbers of a step's signal a file takes.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many.</param>
/// <param name="SignalLength">Of how many.</param>
/// <param name="FirstStep">Those of earlier steps are left out.</param>
internal sealed record StepColumns(int First, int Count, int SignalLength, long FirstStep = 0);

/// <summary>How large numbers are.</summary>
internal readonly record struct NumberSize(long Count, double Largest, double Sum, double SumOfSquares)
{
    public double RootMeanSquare => Math.Sqrt(SumOfSquares / Count);

    public NumberSize With(ReadOnlySpan<double> numbers)
    {
        var (largest, total, squares) = (Largest, Sum, SumOfSquares);
        foreach (var number in numbers)
        {
            largest = Math.Max(largest, Math.Abs(number));
            total += number;
            squares += number * number;
        }
        return new(Count + numbers.Length, largest, total, squares);
    }
}
