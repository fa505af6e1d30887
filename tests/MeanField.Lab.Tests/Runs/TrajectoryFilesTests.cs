using System.Globalization;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Runs;
using MeanField.Lab.Tests.Support;
using Parquet;

namespace MeanField.Lab.Tests.Runs;

public class TrajectoryFilesTests
{
    private const string Hostile = "a\",\n<script>;=1+1";

    [Fact]
    public void Csv_quotes_hostile_names_and_reads_back()
    {
        using var directory = new TemporaryDirectory();
        new SampleRun { TestFunction = Hostile }.Write(directory.Path);
        var table = TrajectoryCsv.Read(directory.At(RunFiles.TrajectoryCsv));
        Assert.Equal(["risk", "riskStandardError", "weightNormMean", Hostile], table.Columns.AsEnumerable());
        Assert.Equal([0, 10, 20], table.Rows.Select(row => row.Step));
        Assert.Equal([0.8, 0.9, 1.0], table.Column("weightNormMean")!);
    }

    [Fact]
    public void No_name_reads_as_a_formula_in_a_spreadsheet()
    {
        var text = Write(TrajectoryTable.Of([new SampleRun { TestFunction = "=cmd()" }.At(0)]));
        Assert.DoesNotContain(",=cmd()", text);
    }

    [Fact]
    public void Numbers_are_written_alike_in_every_language()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = comma;
            var text = Write(TrajectoryTable.Of([new SampleRun().At(10) with { Risk = -1.25 }]));
            Assert.Equal(
                "step,time,risk,riskStandardError,weightNormMean,tanhOfNorm\n10,1.25,-1.25,0.01,0.9,0.1\n",
                text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_name_that_is_taken_gets_a_number()
    {
        var observation = new SampleRun().At(0) with { Columns = [new("risk", 1), new("f", 2), new("f", 3)] };
        Assert.Equal(
            ["risk", "riskStandardError", "risk_2", "f", "f_2"],
            TrajectoryTable.Of([observation]).Columns.AsEnumerable());
    }

    [Fact]
    public void What_is_not_finite_is_null_in_json_and_an_empty_cell()
    {
        var observation = new SampleRun().At(0) with { Risk = double.NaN };
        var result = new RunResult
        {
            Status = RunStatus.Failed,
            Steps = 0,
            TrajectoryHash = "",
            Observations = [observation],
        };
        var json = RunResultJson.Write(result);
        Assert.Contains("\"risk\": null", json);
        Assert.True(double.IsNaN(RunResultJson.Read(json).Observations[0].Risk));
        Assert.Contains("\n0,0,,0.01", Write(TrajectoryTable.Of([observation])));
    }

    [Fact]
    public async Task Parquet_reads_back()
    {
        using var directory = new TemporaryDirectory();
        new SampleRun { TestFunction = Hostile }.Write(directory.Path);

        await using var reader = await ParquetReader.CreateAsync(directory.At(RunFiles.TrajectoryParquet));
        var fields = reader.Schema.GetDataFields();
        Assert.Equal(
            ["step", "time", "risk", "riskStandardError", "weightNormMean", Hostile],
            fields.Select(field => field.Name));
        using var group = reader.OpenRowGroupReader(0);
        var steps = new long[3];
        var norms = new double[3];
        await group.ReadAsync<long>(fields[0], steps);
        await group.ReadAsync<double>(fields[4], norms);
        Assert.Equal([0, 10, 20], steps);
        Assert.Equal([0.8, 0.9, 1.0], norms);
    }

    private static string Write(TrajectoryTable table)
    {
        using var stream = new MemoryStream();
        TrajectoryCsv.Write(stream, table);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
