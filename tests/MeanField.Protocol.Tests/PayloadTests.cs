using CsCheck;
using MeanField.Core.Measures;
using MeanField.Core.Numerics;
using MeanField.Protocol.Wire;

namespace MeanField.Protocol.Tests;

public sealed class PayloadTests
{
    private static readonly Gen<double> Number = Gen.Double[-1e9, 1e9];

    [Fact]
    public void A_summary_written_and_added_is_the_same_sum() => Number.Array[1, 50].Sample(terms =>
    {
        var (left, right, whole) = (new ExactSum(), new ExactSum(), new ExactSum());
        for (var i = 0; i < terms.Length; i++)
        {
            whole.Add(terms[i]);
            (i % 2 == 0 ? left : right).Add(terms[i]);
        }
        var writer = new WireWriter();
        var sum = new ExactSum();
        foreach (var part in new[] { right, left })
            SummaryPayload.AddWritten(SummaryPayload.Write([part], writer).Span, [sum]);
        Assert.Equal(whole.Round(), sum.Round());
    });

    [Fact]
    public void Probe_totals_written_and_added_are_the_merged_totals() =>
        Gen.Select(Totals(), Totals()).Sample((left, right) =>
        {
            var (written, merged) = (new ProbeTotals(3, 2, 12), new ProbeTotals(3, 2, 12));
            var writer = new WireWriter();
            foreach (var totals in new[] { left, right })
            {
                ProbePayload.AddWritten(ProbePayload.Write(totals, writer).Span, written);
                merged.Merge(totals);
            }
            Assert.Equal(merged.Sums.Select(s => s.Round()), written.Sums.Select(s => s.Round()));
            Assert.Equal(merged.Maxima, written.Maxima);
            Assert.Equal(merged.Filled, written.Filled);
            Assert.Equal(merged.Rows, written.Rows);
        });

    [Fact]
    public void An_answer_of_another_shape_is_refused()
    {
        var payload = ProbePayload.Write(new ProbeTotals(1, 0, 0), new WireWriter());
        var other = new ProbeTotals(2, 0, 0);
        Assert.Throws<WireFormatException>(() => ProbePayload.AddWritten(payload.Span, other));
    }

    [Fact]
    public void A_payload_cut_short_is_refused() => Totals().Sample(totals =>
    {
        var payload = ProbePayload.Write(totals, new WireWriter());
        for (var length = 0; length < payload.Length; length++)
            Assert.Throws<WireFormatException>(
                () => ProbePayload.AddWritten(payload.Span[..length], new ProbeTotals(3, 2, 12)));
    }, iter: 50);

    private static Gen<ProbeTotals> Totals() => Gen.Select(Number.Array[5], Gen.Bool.Array[12], Filled);

    private static ProbeTotals Filled(double[] numbers, bool[] filled)
    {
        var totals = new ProbeTotals(3, 2, 12);
        for (var i = 0; i < 3; i++)
            totals.Sums[i].Add(numbers[i]);
        (totals.Maxima[0], totals.Maxima[1]) = (numbers[3], numbers[4]);
        for (var i = 0; i < 12; i++)
            if (filled[i])
                (totals.Rows[i], totals.Filled[i]) = (i * numbers[0], true);
        return totals;
    }
}
