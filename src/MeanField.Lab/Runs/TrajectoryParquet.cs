using Parquet;
using Parquet.Schema;

namespace MeanField.Lab.Runs;

/// <summary>A table as one Parquet row group: <c>step</c> as int64, everything else as double.</summary>
public static class TrajectoryParquet
{
    public static void Write(Stream stream, TrajectoryTable table) =>
        WriteAsync(stream, table).GetAwaiter().GetResult();

    private static async Task WriteAsync(Stream stream, TrajectoryTable table)
    {
        var step = new DataField<long>(TrajectoryTable.Step);
        var time = new DataField<double>(TrajectoryTable.Time);
        var columns = table.Columns.Select(name => new DataField<double>(name)).ToArray();

        await using var writer = await ParquetWriter.CreateAsync(new([step, time, .. columns]), stream);
        using var group = writer.CreateRowGroup();
        await group.WriteAsync<long>(step, table.Rows.Select(row => row.Step).ToArray());
        await group.WriteAsync<double>(time, table.Times);
        for (var i = 0; i < columns.Length; i++)
            await group.WriteAsync<double>(columns[i], table.Rows.Select(row => row.Values[i]).ToArray());
        group.CompleteValidate();
    }
}
