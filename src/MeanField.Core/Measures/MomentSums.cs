using MeanField.Core.Specification;

namespace MeanField.Core.Measures;

/// <summary>Sums and extremes of the quantities that the trajectory reports.</summary>
internal sealed class MomentSums : ILeafStatistic
{
    private readonly List<string> _names = [];
    private readonly List<ParticleQuantity> _quantities = [];
    private readonly List<ParticleQuantity> _extremes = [];
    private readonly bool _overlaps;
    private readonly bool _ranges;

    public MomentSums(ExperimentSpec spec)
    {
        Add("weightNormMean", ParticleQuantities.WeightNorm);
        Add("weightNormSquaredMean", ParticleQuantities.SquaredWeightNorm);
        if (spec.Network.Amplitude.Trained)
            AddMoments("amplitude", ParticleQuantities.Amplitude);
        if (spec.Network.Bias.Trained)
            AddMoments("bias", ParticleQuantities.Bias);
        if (TeacherOverlap.With(spec.Data) is { } overlap)
        {
            _overlaps = true;
            Add("overlapMean", overlap.Of);
            _extremes.Add(overlap.Of);
        }
        if (spec.Observe.Histogram is { } histogram)
        {
            _ranges = true;
            var quantity = ParticleQuantities.Of(histogram.Of);
            _extremes.Add(quantity);
            _extremes.Add(row => -quantity(row));
        }
    }

    public ProbeTotals Empty(in ProbeRequest request) => new(_quantities.Count, _extremes.Count, 0);

    public void Add(in ProbeRequest request, in Leaf leaf, ProbeTotals totals)
    {
        for (var q = 0; q < _quantities.Count; q++)
        {
            double sum = 0;
            for (var i = 0; i < leaf.Count; i++)
                sum += _quantities[q](leaf[i]);
            totals.Sums[q].Add(sum);
        }
        for (var q = 0; q < _extremes.Count; q++)
        {
            for (var i = 0; i < leaf.Count; i++)
                totals.Maxima[q] = Math.Max(totals.Maxima[q], _extremes[q](leaf[i]));
        }
    }

    /// <summary>The smallest and largest value of the histogram's quantity.</summary>
    public (double Low, double High) Range(ProbeTotals totals) => _ranges
        ? (-totals.Maxima[^1], totals.Maxima[^2])
        : throw new InvalidOperationException("No histogram is asked for.");

    /// <summary>Means over particles, in column order, with the variance of |w| after its moments.</summary>
    public IEnumerable<NamedValue> Columns(ProbeTotals totals, long particles)
    {
        var means = totals.Sums.Select(sum => sum.Round() / particles).ToArray();
        for (var q = 0; q < means.Length; q++)
        {
            yield return new NamedValue(_names[q], means[q]);
            if (q == 1)
                yield return new("weightNormVariance", Math.Max(0, means[1] - means[0] * means[0]));
        }
        if (_overlaps)
            yield return new NamedValue("overlapMaximum", totals.Maxima[0]);
    }

    private void Add(string name, ParticleQuantity quantity)
    {
        _names.Add(name);
        _quantities.Add(quantity);
    }

    private void AddMoments(string name, ParticleQuantity quantity)
    {
        Add(name + "Mean", quantity);
        Add(name + "SquaredMean", row => quantity(row) * quantity(row));
    }
}
