using System.Collections.Immutable;
using MeanField.Core.Measures;

namespace MeanField.Protocol.Wire;

internal static class ObservationCodec
{
    public static void Write(WireWriter writer, Observation observation)
    {
        writer.Whole(observation.Step);
        writer.Double(observation.Time);
        writer.Double(observation.Risk);
        writer.Double(observation.RiskStandardError);
        writer.Whole(observation.Columns.Length);
        foreach (var column in observation.Columns)
        {
            writer.Text(column.Name);
            writer.Double(column.Value);
        }
        writer.Flag(observation.Histogram is not null);
        if (observation.Histogram is { } histogram)
            Write(writer, histogram);
        writer.Doubles(observation.Paths.AsSpan());
    }

    public static Observation Read(ref WireReader reader) => new()
    {
        Step = reader.Whole(),
        Time = reader.Double(),
        Risk = reader.Double(),
        RiskStandardError = reader.Double(),
        Columns = ReadColumns(ref reader),
        Histogram = reader.Flag() ? ReadHistogram(ref reader) : null,
        Paths = reader.Doubles(),
    };

    private static ImmutableArray<NamedValue> ReadColumns(ref WireReader reader)
    {
        var columns = new NamedValue[reader.Length(1 + sizeof(double))];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = new(reader.Text(), reader.Double());
        return [.. columns];
    }

    private static void Write(WireWriter writer, Histogram histogram)
    {
        writer.Double(histogram.Low);
        writer.Double(histogram.High);
        writer.Whole(histogram.Counts.Length);
        foreach (var count in histogram.Counts)
            writer.Whole(count);
    }

    private static Histogram ReadHistogram(ref WireReader reader)
    {
        var (low, high) = (reader.Double(), reader.Double());
        var counts = new long[reader.Length(1)];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = reader.Whole();
        return new(low, high, [.. counts]);
    }
}
