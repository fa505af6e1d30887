using MeanField.Core.Data;
using MeanField.Core.Measures;
using MeanField.Core.Particles;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Measures;

/// <summary>
/// A network held as plain rows at its start: the slow, obvious way to answer a plan's probes.
/// </summary>
internal sealed class PlainNetwork
{
    private const int Leaf = 256;

    private readonly ExperimentSpec _spec;
    private readonly IDataLaw _law;
    private readonly LeafProbe _probe;
    private readonly Func<double, double> _activation;
    private readonly int _width;

    public PlainNetwork(ExperimentSpec spec)
    {
        _spec = spec;
        _law = DataLaws.Create(spec.Data, spec.Seed);
        _probe = new LeafProbe(spec, _law.Dimension);
        _activation = ScalarActivation.Of(spec.Network.Activation);
        _width = _law.Dimension + 2;
        Rows = new double[spec.Network.Particles * _width];
        var start = new InitialParticles(spec.Network, spec.Seed, _law.Dimension);
        for (var i = 0; i < spec.Network.Particles; i++)
        {
            var row = Rows.AsSpan(i * _width, _width);
            start.Weights(i, row[..^2]);
            (row[^2], row[^1]) = (start.Amplitude(i), start.Bias(i));
        }
    }

    /// <summary>N × (d + 2): w, a, b.</summary>
    public double[] Rows { get; }

    public IDataLaw Law => _law;

    private int ParticleLength =>
        _law.Dimension + (_spec.Network.Amplitude.Trained ? 1 : 0) + (_spec.Network.Bias.Trained ? 1 : 0);

    private int Leaves => (int)((_spec.Network.Particles + Leaf - 1) / Leaf);

    public ObservationPlan Plan(long step = 0) => new(_spec, _law, step, ParticleLength);

    public Observation Observe(long step = 0)
    {
        var plan = Plan(step);
        while (plan.Next is { } request)
            plan.Accept(Answer(plan, request, [Enumerable.Range(0, Leaves)]));
        return plan.Complete();
    }

    /// <summary>The answer to a request, each block's leaves answered apart and then merged.</summary>
    public ProbeTotals Answer(
        ObservationPlan plan, ProbeRequest request, IEnumerable<IEnumerable<int>> blocks)
    {
        var totals = plan.Empty();
        foreach (var block in blocks)
        {
            var part = plan.Empty();
            foreach (var leaf in block)
                AddLeaf(plan, request, leaf, part);
            totals.Merge(part);
        }
        return totals;
    }

    /// <summary>Σ a σ(⟨w, x⟩ + b) over the particles from first on.</summary>
    public double Sum(ReadOnlySpan<double> x, int first, int count)
    {
        double sum = 0;
        for (var i = first; i < first + count; i++)
        {
            var row = Rows.AsSpan(i * _width, _width);
            double u = row[^1];
            for (var k = 0; k < x.Length; k++)
                u += row[k] * x[k];
            sum += row[^2] * _activation(u);
        }
        return sum;
    }

    private void AddLeaf(ObservationPlan plan, ProbeRequest request, int leaf, ProbeTotals totals)
    {
        var first = leaf * Leaf;
        var count = (int)Math.Min(Leaf, _spec.Network.Particles - first);
        if (request.Kind != ProbeKind.Predictions)
        {
            _probe.AddLeaf(request, first, count, Rows.AsSpan(first * _width, count * _width), totals);
            return;
        }
        var samples = new TestSamples(_spec.Observe, _law, plan.Step);
        var x = new double[_law.Dimension];
        for (var m = 0; m < request.Count; m++)
        {
            samples.Draw((int)request.First + m, x);
            totals.Sums[m].Add(Sum(x, first, count));
        }
    }
}
