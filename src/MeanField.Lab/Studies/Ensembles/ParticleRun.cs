using MeanField.Core.Dynamics;
using MeanField.Core.Numerics;

namespace MeanField.Lab.Studies.Ensembles;

/// <summary>The simulator, moved step by step, whose particles can be read in between.</summary>
internal sealed class ParticleRun : IDisposable
{
    private readonly Experiment _experiment;
    private readonly IParticleBlock _block;
    private readonly ExactSum[] _sums;
    private readonly double[] _totals;
    private readonly double[] _signals;

    public ParticleRun(ExperimentSpec spec)
    {
        _experiment = Experiment.Create(spec);
        _block = Model.CreateBlock(new LeafRange(0, Model.Leaves));
        _sums = [.. Enumerable.Range(0, Model.SummaryLength).Select(_ => new ExactSum())];
        (_totals, _signals) = (new double[_sums.Length], new double[Model.StepsPerRound * Model.SignalLength]);
    }

    public long Step => _block.Step;

    /// <summary>t = kε.</summary>
    public double Time => _experiment.Schedule.Time(Step);

    private IMeanFieldModel Model => _experiment.Model;

    public void AdvanceTo(long step)
    {
        while (Step < step)
            Advance();
    }

    public void AdvanceTo(double time) =>
        AdvanceTo((long)Math.Round(time / _experiment.Spec.Training.StepSize));

    /// <summary>θ^k: N × D, particle-major.</summary>
    public double[] Particles()
    {
        var totals = new ProbeTotals(0, 0, (int)Model.Particles * Model.ParticleLength);
        _block.Probe(new(ProbeKind.Particles, 0, (int)Model.Particles), totals);
        return totals.Rows;
    }

    /// <summary>|w_i| for neurons that are their weights alone.</summary>
    public double[] Norms() =>
        [.. Particles().Chunk(Model.ParticleLength).Select(w => Math.Sqrt(w.Sum(c => c * c)))];

    /// <summary>R_N(θ^k) in closed form, for the laws that have one.</summary>
    public double ExactRisk() => Observe().Columns.Single(value => value.Name == "exactRisk").Value;

    public Observation Observe()
    {
        var plan = _experiment.Plan(Step);
        while (plan.Next is { } request)
        {
            var totals = plan.Empty();
            _block.Probe(request, totals);
            plan.Accept(totals);
        }
        return plan.Complete();
    }

    public void Dispose() => _block.Dispose();

    private void Advance()
    {
        foreach (var sum in _sums)
            sum.Clear();
        _block.Summarise(_sums);
        for (var n = 0; n < _sums.Length; n++)
            _totals[n] = _sums[n].Round();
        var signals = _signals.AsSpan(0, Model.RoundSignalLength(Step));
        Model.Respond(Step, _totals, signals);
        if (Divergence.Of(Step, signals, Model.SignalLength) is { } failure)
            throw new InvalidOperationException($"step {failure.Step}: {failure.Reason}");
        _block.Advance(signals);
    }
}
