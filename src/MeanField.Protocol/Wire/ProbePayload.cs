using MeanField.Core.Measures;

namespace MeanField.Protocol.Wire;

/// <summary>
/// A probe's totals: its shape, exact sums, maxima, and the answered stretches of its rows.
/// </summary>
public static class ProbePayload
{
    public static ReadOnlyMemory<byte> Write(ProbeTotals totals, WireWriter writer)
    {
        writer.Clear();
        writer.Whole(totals.Sums.Length);
        writer.Whole(totals.Maxima.Length);
        writer.Whole(totals.Rows.Length);
        ExactSums.Write(writer, totals.Sums);
        foreach (var maximum in totals.Maxima)
            writer.Double(maximum);
        WriteRows(writer, totals);
        return writer.ToArray();
    }

    /// <summary>Merges a written answer; its shape must be the same.</summary>
    public static void AddWritten(ReadOnlySpan<byte> payload, ProbeTotals totals)
    {
        var reader = new WireReader(payload);
        ExpectShape(ref reader, totals);
        ExactSums.AddWritten(ref reader, totals.Sums);
        for (var i = 0; i < totals.Maxima.Length; i++)
            totals.Maxima[i] = Math.Max(totals.Maxima[i], reader.Double());
        ReadRows(ref reader, totals);
        reader.ExpectEnd();
    }

    private static void ExpectShape(ref WireReader reader, ProbeTotals totals)
    {
        var (sums, maxima, rows) = (reader.Whole(), reader.Whole(), reader.Whole());
        if ((sums, maxima, rows) != (totals.Sums.Length, totals.Maxima.Length, totals.Rows.Length))
            throw new WireFormatException(
                $"An answer of {sums} sums, {maxima} maxima and {rows} row values came where "
                + $"{totals.Sums.Length}, {totals.Maxima.Length} and {totals.Rows.Length} were asked for.");
    }

    private static void WriteRows(WireWriter writer, ProbeTotals totals)
    {
        for (var i = 0; i < totals.Filled.Length;)
        {
            var first = i;
            while (i < totals.Filled.Length && totals.Filled[i])
                i++;
            if (i > first)
            {
                writer.Whole(first);
                writer.Doubles(totals.Rows.AsSpan(first, i - first));
            }
            else
                i++;
        }
        writer.Whole(totals.Filled.Length);
    }

    private static void ReadRows(ref WireReader reader, ProbeTotals totals)
    {
        for (var first = reader.Int(); first != totals.Rows.Length; first = reader.Int())
        {
            var length = reader.Length(sizeof(double));
            if (first < 0 || first > totals.Rows.Length - length)
                throw new WireFormatException(
                    $"Rows {first}…{(long)first + length} lie outside of what was asked.");
            for (var i = first; i < first + length; i++)
            {
                totals.Rows[i] = reader.Double();
                totals.Filled[i] = true;
            }
        }
    }
}
