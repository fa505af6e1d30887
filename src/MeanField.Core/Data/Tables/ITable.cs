namespace MeanField.Core.Data.Tables;

/// <summary>A table of numbers with named columns, as far as its cells are numbers.</summary>
internal interface ITable
{
    IReadOnlyList<string> Columns { get; }

    int Rows { get; }

    /// <summary>False where the cell is not a number.</summary>
    bool TryRead(int row, int column, out double value);

    /// <summary>The cell as it stands in the file, for messages.</summary>
    string Text(int row, int column);
}
