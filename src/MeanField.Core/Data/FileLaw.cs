using System.Security.Cryptography;
using MeanField.Core.Data.Tables;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Data;

/// <summary>
/// Rows of a table, drawn with replacement from the training part; the rest measures the risk.
/// </summary>
internal sealed class FileLaw : IDataLaw
{
    private readonly RegressionTable _table;
    private readonly int[] _training;
    private readonly SampleStream _stream;

    private FileLaw(RegressionTable table, RowSplit split, ulong seed)
    {
        (_table, _training, _stream) = (table, split.Training, new SampleStream(seed));
        // without held-out rows the table itself is the law, and the mean over it the population risk
        var whole = split.HeldOut.Length == 0;
        TrainingSet = Subset(split.Training, whole);
        FixedTestSet = whole ? TrainingSet : Subset(split.HeldOut, whole);
    }

    public int Dimension => _table.Dimension;

    public TestSet? FixedTestSet { get; }

    /// <summary>The rows that are drawn from.</summary>
    public TestSet TrainingSet { get; }

    /// <exception cref="SpecificationException">
    /// The file cannot be read or used; each fault with its place.
    /// </exception>
    public static FileLaw Read(FileData data, ulong seed)
    {
        var bytes = Bytes(data);
        var npy = Path.GetExtension(data.Path).Equals(".npy", StringComparison.OrdinalIgnoreCase);
        var table = RegressionTable.Select(npy ? NpyTable.Parse(bytes) : CsvTable.Parse(bytes), data);
        var split = RowSplit.Of(table.Rows, data.Holdout, seed);
        if (data.Standardize)
            Standardisation.Apply(table, split.Training);
        return new FileLaw(table, split, seed);
    }

    public double Draw(Purpose purpose, long step, int item, Span<double> x)
    {
        var row = _training[_stream.Below(purpose, step, item, _training.Length)];
        _table.Input(row).CopyTo(x);
        return _table.Targets[row];
    }

    private static byte[] Bytes(FileData data)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(data.Path);
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw TableFault.At("data.path", $"cannot be read: {error.Message}");
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return data.Sha256 is null || data.Sha256 == hash
            ? bytes
            : throw TableFault.At(
                "data.path", $"has changed: its SHA-256 is {hash}, the specification says {data.Sha256}");
    }

    private TestSet Subset(int[] rows, bool whole)
    {
        var inputs = new double[rows.Length * Dimension];
        for (var i = 0; i < rows.Length; i++)
            _table.Input(rows[i]).CopyTo(inputs.AsSpan(i * Dimension));
        return new TestSet(inputs, Array.ConvertAll(rows, row => _table.Targets[row]), whole);
    }
}
