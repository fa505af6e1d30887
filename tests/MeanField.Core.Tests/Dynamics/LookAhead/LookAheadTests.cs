using MeanField.Core.Dynamics;
using MeanField.Core.Randomness;
using MeanField.Core.Serial;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Dynamics.LookAhead;

public sealed class LookAheadTests
{
    public static TheoryData<string> ExactDoubleNames => SmallSpecs.ExactDoubleNames;

    [Theory, MemberData(nameof(ExactDoubleNames))]
    public void A_window_of_one_step_is_the_exact_step_bit_for_bit(string name)
    {
        // both open the delayed updates anew at every step: a longer window is exact as well, but rounds otherwise
        var spec = SmallSpecs.All[name];
        var exact = Run(spec with { Compute = spec.Compute with { Window = 1 } });
        var ahead = Run(spec with { Communication = new LookAheadCommunication(1) });
        Assert.Equal(exact.Residuals, ahead.Residuals);
        Assert.Equal(exact.Particles, ahead.Particles);
    }

    [Theory]
    [InlineData("linearized, all trained")]
    [InlineData("linearized, frozen bias")]
    [InlineData("LinearActivation")]
    public void Where_predictions_are_linear_in_what_is_trained_nothing_is_approximated(string name)
    {
        var ahead = Run(SmallSpecs.All[name] with { Communication = new LookAheadCommunication(20) });
        Assert.InRange(ahead.Discrepancies.Max(Math.Abs), 0, 1e-13);
    }

    /// <summary>
    /// What a certificate says about the residual of a step is what the particles say that stand before it.
    /// </summary>
    [Theory]
    [InlineData("tanh")]
    [InlineData("noise without bias")]
    public void A_certificate_tells_the_discrepancy_of_particles_as_they_stand(string name)
    {
        const int window = 6;
        var communication = new LookAheadCommunication(window);
        var experiment = Experiment.Create(SmallSpecs.All[name] with { Communication = communication });
        var model = experiment.Model;
        var signals = Run(experiment.Spec).Signals;
        using var block = BlockRun.Cut(model, 1)[0];
        for (var k = 0; k + window < model.Steps; k++)
        {
            var x = new double[experiment.Law.Dimension];
            var y = experiment.Law.Draw(Purpose.Sample, k, 0, x);
            var prediction = BlockRun.Particles(model, [block]).Chunk(x.Length)
                .Average(w => Math.Tanh(w.Zip(x, (wi, xi) => wi * xi).Sum()));
            var certified = signals[2 * (k + window) + 1];
            // the walk under noise is wound back within a window: equal up to rounding
            Assert.Equal(signals[2 * k] - (y - prediction), certified, 1e-12);
            BlockRun.Advance(model, [block], 1, signals);
        }
    }

    /// <summary>
    /// The first-order forecast leaves out what is of second order in the steps of a window: halving ε over a given
    /// number of windows makes the discrepancy four times smaller.
    /// </summary>
    [Theory]
    [InlineData("tanh")]
    [InlineData("all trained")]
    [InlineData("lazy")]
    [InlineData("decay")]
    public void Residuals_are_foretold_to_second_order_in_the_step(string name)
    {
        var errors = new[] { 2e-4, 1e-4, 5e-5 }.Select(step => Rms(Run(OfStep(name, step)).Discrepancies)).ToArray();
        for (var i = 1; i < errors.Length; i++)
            Assert.InRange(Math.Log2(errors[i - 1] / errors[i]), 1.9, 2.1);
    }

    [Theory]
    [InlineData("tanh")]
    [InlineData("ReluActivation")]
    [InlineData("noisy batch")]
    [InlineData("lazy")]
    public void Windows_that_are_tried_keep_the_tolerance_and_the_exact_path(string name)
    {
        const double tolerance = 1e-9;
        const int window = 6;
        var spec = SmallSpecs.All[name];
        spec = spec with { Compute = spec.Compute with { Window = window * spec.Training.Batch } };
        var exact = Run(spec);
        var tried = Run(spec with { Communication = new LookAheadCommunication(window, tolerance) });
        var once = Run(spec with { Communication = new LookAheadCommunication(window) });
        Assert.InRange(once.Discrepancies.Max(Math.Abs), 10 * tolerance, 1);
        Assert.InRange(tried.Discrepancies.Max(Math.Abs), 0, tolerance);
        Assert.InRange(Distance(exact.Particles, tried.Particles), 0, tolerance);
    }

    [Fact]
    public void No_window_is_tried_more_often_than_it_has_steps()
    {
        var spec = SmallSpecs.All["all trained"] with { Communication = new LookAheadCommunication(5, 1e-300) };
        var trials = Run(spec).Signals.Where((_, i) => i % 3 == 2).ToArray();
        Assert.All(trials.Chunk(5), ofWindow => Assert.Equal(ofWindow.Length, ofWindow[0]));
        Assert.All(trials.Where((_, k) => k % 5 != 0), trial => Assert.Equal(0, trial));
        Assert.InRange(Run(spec).Discrepancies.Max(Math.Abs), 0, 1e-14);
    }

    /// <summary>
    /// How far the path goes astray is little beside how far another draw of the samples takes it.
    /// </summary>
    [Theory]
    [InlineData("tanh", 0.01)]
    [InlineData("relu", 0.02)]
    [InlineData("ramp", 0.05)]
    public void The_path_stays_far_nearer_to_the_exact_one_than_that_of_other_samples(string name, double most)
    {
        var spec = SamePaths.Spec(name);
        var exact = Run(spec).Particles;
        var ahead = Distance(exact, Run(spec with { Communication = new LookAheadCommunication(32) }).Particles);
        var other = Distance(exact, Run(spec with { Seed = spec.Seed + 1 }).Particles);
        Assert.InRange(ahead / other, 1e-9, most);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(29)]
    [InlineData(43)]
    public void A_serial_run_goes_on_from_signals_that_end_within_a_round(int known)
    {
        var spec = SmallSpecs.All["ahead: all trained"] with { Observe = new() { Every = 0.03, TestSamples = 20 } };
        var whole = Serial(spec, []);
        var resumed = Serial(spec, whole.Signals[..(known * 2)]);
        Assert.Equal(whole.Signals[((known == 43 ? 43 : known - known % 8) * 2)..], resumed.Signals);
        Assert.Equal(whole.Facts, resumed.Facts);
    }

    private static (double[] Signals, string Facts) Serial(ExperimentSpec spec, double[] known)
    {
        var (signals, rest) = (new List<double>(), new List<RunEvent>());
        new SerialEngine(Experiment.Create(spec)).Run(Take, default, known);
        return ([.. signals], string.Join('\n', rest.Select(fact => fact switch
        {
            MeasureObserved measured => $"{measured.Observation.Step} {measured.Observation.Risk:R}",
            ParticlesRead read => string.Join(' ', read.Values),
            _ => fact.ToString(),
        })));

        void Take(RunEvent fact)
        {
            if (fact is SignalsRecorded recorded)
                signals.AddRange(recorded.Values);
            else
                rest.Add(fact);
        }
    }

    private static ExperimentSpec OfStep(string name, double step)
    {
        const int window = 10;
        var spec = SmallSpecs.All[name];
        return spec with
        {
            Training = spec.Training with { StepSize = step, Horizon = 6 * window * step },
            Communication = new LookAheadCommunication(window),
        };
    }

    private static double Rms(double[] values) => Math.Sqrt(values.Average(value => value * value));

    private static double Distance(double[] one, double[] two) =>
        one.Zip(two, (a, b) => Math.Abs(a - b)).Average();

    private static TakenRun Run(ExperimentSpec spec)
    {
        var model = Experiment.Create(spec).Model;
        using var block = BlockRun.Cut(model, 1)[0];
        var signals = BlockRun.Advance(model, [block], model.Steps);
        var batch = model.SignalLength - model.CertificateLength;
        return new(
            signals,
            [.. signals.Where((_, i) => i % model.SignalLength < batch)],
            [.. signals.Skip(model.StepsPerRound * model.SignalLength)
                .Where((_, i) => i % model.SignalLength / batch == 1)],
            BlockRun.Particles(model, [block]));
    }

    private sealed record TakenRun(
        double[] Signals, double[] Residuals, double[] Discrepancies, double[] Particles);
}
