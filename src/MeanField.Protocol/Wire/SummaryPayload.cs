using MeanField.Core.Numerics;

namespace MeanField.Protocol.Wire;

/// <summary>The exact sums of a step's summary, one after another.</summary>
public static class SummaryPayload
{
    public static ReadOnlyMemory<byte> Write(ReadOnlySpan<ExactSum> sums, WireWriter writer)
    {
        writer.Clear();
        ExactSums.Write(writer, sums);
        return writer.ToArray();
    }

    public static void AddWritten(ReadOnlySpan<byte> payload, ReadOnlySpan<ExactSum> sums)
    {
        var reader = new WireReader(payload);
        ExactSums.AddWritten(ref reader, sums);
        reader.ExpectEnd();
    }
}

internal static class ExactSums
{
    public static void Write(WireWriter writer, ReadOnlySpan<ExactSum> sums)
    {
        foreach (var sum in sums)
        {
            var written = sum.Write(writer.Reserve(ExactSum.MaximumBytes));
            writer.Shrink(ExactSum.MaximumBytes - written);
        }
    }

    public static void AddWritten(ref WireReader reader, ReadOnlySpan<ExactSum> sums)
    {
        foreach (var sum in sums)
            reader.Skip(Add(reader.Rest, sum));
    }

    private static int Add(ReadOnlySpan<byte> source, ExactSum sum)
    {
        try
        {
            return sum.AddWritten(source);
        }
        catch (FormatException exception)
        {
            throw new WireFormatException(exception.Message, exception);
        }
    }
}
