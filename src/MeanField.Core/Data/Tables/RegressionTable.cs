using MeanField.Core.Specification;

namespace MeanField.Core.Data.Tables;

/// <summary>The numbers that a file law uses: features and target of every row, checked.</summary>
/// <param name="Features">Names, in order.</param>
/// <param name="Inputs">rows × features, row-major.</param>
/// <param name="Targets">One per row.</param>
internal sealed record RegressionTable(IReadOnlyList<string> Features, double[] Inputs, double[] Targets)
{
    /// <summary>So many bad cells are listed; a wrong column would otherwise print the whole table.</summary>
    private const int ListedFaults = 10;

    public int Rows => Targets.Length;

    public int Dimension => Features.Count;

    public ReadOnlySpan<double> Input(int row) => Inputs.AsSpan(row * Dimension, Dimension);

    /// <exception cref="SpecificationException">
    /// Columns are missing, or cells are not finite numbers.
    /// </exception>
    public static RegressionTable Select(ITable table, FileData data)
    {
        var features = data.Features?.ToArray() ?? [.. table.Columns.Where(name => name != data.Target)];
        var faults = new List<Fault>();
        var target = Find(table, data.Target, "data.target", faults);
        var paths = Enumerable.Range(0, features.Length).Select(i => $"data.features[{i}]").ToArray();
        var columns = features.Select((name, i) => Find(table, name, paths[i], faults)).ToArray();
        if (features.Length == 0)
            faults.Add(new Fault("data.features", "leaves no column to regress on"));
        Raise(faults);

        var inputs = new double[table.Rows * features.Length];
        var targets = new double[table.Rows];
        for (var row = 0; row < table.Rows && faults.Count < ListedFaults; row++)
        {
            targets[row] = Read(table, row, target, "data.target", faults);
            for (var i = 0; i < features.Length; i++)
                inputs[row * features.Length + i] = Read(table, row, columns[i], paths[i], faults);
        }
        Raise(faults);
        return new RegressionTable(features, inputs, targets);
    }

    private static int Find(ITable table, string name, string path, List<Fault> faults)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i] == name)
                return i;
        }
        var known = Listed(table.Columns);
        faults.Add(new Fault(path, $"is '{name}', which is not a column of the table; it has {known}"));
        return -1;
    }

    private static string Listed(IReadOnlyList<string> names) => names.Count <= 12
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(10))}, … and {names.Count - 10} more";

    private static double Read(ITable table, int row, int column, string path, List<Fault> faults)
    {
        if (table.TryRead(row, column, out var value) && double.IsFinite(value))
            return value;
        var place = $"row {row + 1}, column '{table.Columns[column]}'";
        faults.Add(new Fault(path, $"has '{table.Text(row, column)}' in {place}; a finite number is needed"));
        return 0;
    }

    private static void Raise(List<Fault> faults)
    {
        if (faults.Count > 0)
            throw new SpecificationException([.. faults.Take(ListedFaults)]);
    }
}
