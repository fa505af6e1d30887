using System.Collections.Immutable;
using MeanField.Core.Dynamics;
using MeanField.Core.Numerics;

namespace MeanField.Actors.Tests.Oscillators;

/// <summary>
/// The same run by a plain loop over one block: what all engines must agree with, bit for bit.
/// </summary>
internal static class SerialReference
{
    public static RunRecord Run(OscillatorWorkload workload)
    {
        var model = workload.Model;
        var record = new RunRecord(model.SignalLength);
        using var block = model.CreateBlock(new(0, model.Leaves));
        double[] signals = [];
        for (long step = 0; step <= model.Steps; step++)
        {
            if (workload.ObservedSteps.Contains(step))
                record.Take(new MeasureObserved(Observe(workload, block)));
            if (step == model.Steps)
                break;
            if (model.RoundOf(step) == step)
                signals = Decide(model, block);
            var signal = signals.AsSpan((int)(step - model.RoundOf(step)) * model.SignalLength, model.SignalLength);
            block.Advance(signal);
            record.Take(new SignalsRecorded(step, [.. signal]));
        }
        record.Take(new ParticlesRead(0, Read(model, block)));
        record.Take(new RunCompleted(model.Steps));
        return record;
    }

    private static double[] Decide(IMeanFieldModel model, IParticleBlock block)
    {
        var sums = Enumerable.Range(0, model.SummaryLength).Select(_ => new ExactSum()).ToArray();
        block.Summarise(sums);
        var signals = new double[model.RoundSignalLength(block.Step)];
        model.Respond(block.Step, sums.Select(sum => sum.Round()).ToArray(), signals);
        return signals;
    }

    private static Core.Measures.Observation Observe(OscillatorWorkload workload, IParticleBlock block)
    {
        var plan = workload.Plan(block.Step);
        while (plan.Next is { } request)
        {
            var totals = plan.Empty();
            block.Probe(request, totals);
            plan.Accept(totals);
        }
        return plan.Complete();
    }

    private static ImmutableArray<double> Read(IMeanFieldModel model, IParticleBlock block)
    {
        var count = (int)model.Particles;
        var totals = new Core.Measures.ProbeTotals(0, 0, count * model.ParticleLength);
        block.Probe(new(Core.Measures.ProbeKind.Particles, 0, count), totals);
        return [.. totals.Rows];
    }
}
