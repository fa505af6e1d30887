using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Core.Numerics;

namespace MeanField.Theory.Tests.ExactSolutions;

/// <summary>Runs the simulator's step by hand and reads its particles: what exact solutions are held against.</summary>
internal sealed class Simulation : IDisposable
{
    private readonly Experiment _experiment;
    private readonly IParticleBlock _block;
    private readonly ExactSum[] _sums;

    public Simulation(ExperimentSpec spec)
    {
        _experiment = Experiment.Create(spec);
        _block = _experiment.Model.CreateBlock(new LeafRange(0, _experiment.Model.Leaves));
        _sums = [.. Enumerable.Range(0, _experiment.Model.SummaryLength).Select(_ => new ExactSum())];
    }

    private IMeanFieldModel Model => _experiment.Model;

    /// <summary>Advances and returns the residuals of the steps made.</summary>
    public double[] Advance(long steps)
    {
        // of exact runs: a round a step, whose signal is as long as its summary
        var residuals = new double[steps * _sums.Length];
        for (var k = 0; k < steps; k++)
        {
            foreach (var sum in _sums)
                sum.Clear();
            _block.Summarise(_sums);
            var signal = residuals.AsSpan(k * _sums.Length, _sums.Length);
            Model.Respond(_block.Step, [.. _sums.Select(sum => sum.Round())], signal);
            _block.Advance(signal);
        }
        return residuals;
    }

    /// <summary>Row i: the trained parameters of particle i.</summary>
    public double[][] Particles()
    {
        var totals = new ProbeTotals(0, 0, (int)Model.Particles * Model.ParticleLength);
        _block.Probe(new(ProbeKind.Particles, 0, (int)Model.Particles), totals);
        return [.. totals.Rows.Chunk(Model.ParticleLength)];
    }

    /// <summary>The column of the observation at the current step.</summary>
    public double Observe(string column)
    {
        var plan = _experiment.Plan(_block.Step);
        while (plan.Next is { } request)
        {
            var totals = plan.Empty();
            _block.Probe(request, totals);
            plan.Accept(totals);
        }
        return plan.Complete().Columns.Single(value => value.Name == column).Value;
    }

    public static double[] Mean(double[][] particles) =>
        [.. Enumerable.Range(0, particles[0].Length).Select(c => particles.Average(p => p[c]))];

    public void Dispose() => _block.Dispose();
}
