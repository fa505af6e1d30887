using MeanField.Core.Specification;

namespace MeanField.Core.Measures;

/// <summary>
/// The trained parameters of a range of particles, row by row: w₁ … w_d, then a and b where trained.
/// </summary>
internal sealed class ParticleRows(NetworkSpec network, int dimension) : ILeafStatistic
{
    private readonly int _length =
        dimension + (network.Amplitude.Trained ? 1 : 0) + (network.Bias.Trained ? 1 : 0);

    public ProbeTotals Empty(in ProbeRequest request) => new(0, 0, request.Count * _length);

    public void Add(in ProbeRequest request, in Leaf leaf, ProbeTotals totals)
    {
        var from = Math.Max(request.First, leaf.First);
        var to = Math.Min(request.First + request.Count, leaf.First + leaf.Count);
        for (var particle = from; particle < to; particle++)
        {
            var place = (int)(particle - request.First) * _length;
            Copy(leaf[(int)(particle - leaf.First)], totals.Rows.AsSpan(place, _length));
            totals.Filled.AsSpan(place, _length).Fill(true);
        }
    }

    private void Copy(ReadOnlySpan<double> row, Span<double> destination)
    {
        row[..dimension].CopyTo(destination);
        var next = dimension;
        if (network.Amplitude.Trained)
            destination[next++] = ParticleQuantities.Amplitude(row);
        if (network.Bias.Trained)
            destination[next] = ParticleQuantities.Bias(row);
    }
}
