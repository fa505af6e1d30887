using MeanField.Core.Measures;

namespace MeanField.Protocol;

/// <summary>A probe and the shape of its answer, so that whoever answers needs no more.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Sums">Exact sums in the answer.</param>
/// <param name="Maxima">Maxima in the answer.</param>
/// <param name="RowValues">Numbers in the answer's rows.</param>
public readonly record struct ProbeQuestion(ProbeRequest Request, int Sums, int Maxima, int RowValues)
{
    public static ProbeQuestion Of(in ProbeRequest request, ProbeTotals empty) =>
        new(request, empty.Sums.Length, empty.Maxima.Length, empty.Rows.Length);

    public ProbeTotals Empty() => new(Sums, Maxima, RowValues);
}
