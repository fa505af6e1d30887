using MeanField.Core.Measures;
using MeanField.Core.Numerics;
using MeanField.Protocol;
using MeanField.Protocol.Wire;

namespace MeanField.Actors.Combining;

/// <summary>The exact sum of written answers to one question, in whatever order they come.</summary>
internal sealed class AnswerSum
{
    private readonly ExactSum[] _sums;
    private readonly WireWriter _writer = new();
    private ProbeTotals? _totals;

    public AnswerSum(int summaryLength)
    {
        _sums = new ExactSum[summaryLength];
        for (var i = 0; i < summaryLength; i++)
            _sums[i] = new ExactSum();
    }

    public int SummaryLength => _sums.Length;

    /// <summary>The sums of a summary.</summary>
    public ReadOnlySpan<ExactSum> Sums => _sums;

    /// <summary>The totals of a probe.</summary>
    public ProbeTotals Totals => _totals ?? throw new InvalidOperationException("No probe was asked.");

    public void Begin(ProbeQuestion? probe)
    {
        _totals = probe?.Empty();
        foreach (var sum in _sums)
            sum.Clear();
    }

    public void Add(ReadOnlySpan<byte> payload)
    {
        if (_totals is null)
            SummaryPayload.AddWritten(payload, _sums);
        else
            ProbePayload.AddWritten(payload, _totals);
    }

    public ReadOnlyMemory<byte> Write() =>
        _totals is null ? SummaryPayload.Write(_sums, _writer) : ProbePayload.Write(_totals, _writer);
}
