using MeanField.Core.Dynamics;

namespace MeanField.Lab.Studies.Ensembles;

/// <summary>The simulator, moved step by step, whose particles can be read in between.</summary>
internal sealed class ParticleRun : IDisposable
{
    private readonly Experiment _experiment;
    private readonly IParticleBlock _block;
    private readonly RoundDecision _decision;

    public ParticleRun(ExperimentSpec spec)
    {
        _experiment = Experiment.Create(spec);
        _block = Model.CreateBlock(new LeafRange(0, Model.Leaves));
        _decision = new RoundDecision(Model);
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
        if (_decision.Ask(_block) is { } failure)
            throw new InvalidOperationException($"step {failure.Step}: {failure.Reason}");
        _block.Advance(_decision.Signals);
    }
}
