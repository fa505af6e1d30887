using CsCheck;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

public static partial class SpecificationGen
{
    private static Gen<TrainingSpec> Training =>
        from stepSize in Gen.Double[1e-5, 1e-3]
        from steps in Gen.Int[0, 40]
        from schedule in Schedule
        from batch in Gen.Int[1, 3]
        from rates in Gen.Double[0, 2].Array[3]
        from gradientFactor in Gen.Double[0, 2]
        from weightDecay in Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 1])
        from inverseTemperature in Gen.Double[1, 100].Nullable()
        from noise in Gen.Enum<NoiseConvention>()
        select new TrainingSpec
        {
            StepSize = stepSize,
            Schedule = schedule,
            Horizon = steps * stepSize,
            Batch = batch,
            Rates = new() { Weights = rates[0], Amplitude = rates[1], Bias = rates[2] },
            GradientFactor = gradientFactor,
            WeightDecay = weightDecay,
            InverseTemperature = inverseTemperature,
            Noise = noise,
        };

    private static Gen<ScheduleSpec> Schedule =>
        Gen.OneOf<ScheduleSpec>(
            Gen.Double[0, 2].Select(value => new ConstantSchedule(value)),
            Gen.Select(Gen.Double[-1, 1], Gen.Double[0.5, 2], (p, t) => new PowerSchedule(p, t)),
            Knots(1, 0, 2).Select(knots => new PiecewiseSchedule(knots)));

    private static Gen<ObserveSpec> Observe(int dimension, NetworkSpec network, TrainingSpec training) =>
        from cuts in Gen.Int[0, 4]
        from spaced in Gen.Bool
        from testSamples in Gen.Int[2, 50]
        from histogram in Histogram(network).Null()
        from track in Gen.Int[0, (int)Math.Min(network.Particles, 5)]
        from functions in TestFunction(dimension).Array[0, 3]
        select new ObserveSpec
        {
            Times = spaced || training.Horizon == 0 ? null : Cuts(training.Horizon, cuts),
            Every = spaced ? training.StepSize * (cuts + 1) : null,
            TestSamples = testSamples,
            Histogram = histogram,
            Track = track,
            TestFunctions = new(functions.Select((f, i) => f with { Name = $"f{i}" }).ToArray()),
        };

    private static EquatableList<double> Cuts(double horizon, int cuts) =>
        new(Enumerable.Range(0, cuts).Select(i => horizon * i / cuts).ToArray());

    private static Gen<HistogramSpec> Histogram(NetworkSpec network) =>
        Gen.Select(Gen.Enum<HistogramQuantity>(), Gen.Int[1, 10], (of, bins) => new HistogramSpec(of, bins))
            .Where(histogram => Varies(histogram.Of, network));

    private static bool Varies(HistogramQuantity of, NetworkSpec network) => of switch
    {
        HistogramQuantity.Amplitude => Varies(network.Amplitude),
        HistogramQuantity.Bias => Varies(network.Bias),
        _ => true,
    };

    private static bool Varies(ScalarParameterSpec parameter) =>
        parameter.Trained || parameter.Initial is not ConstantScalar;

    private static Gen<TestFunctionSpec> TestFunction(int dimension) =>
        Gen.Select(
            Gen.Enum<TestFunctionKind>(),
            Gen.OneOf("weightNorm", "a", "b", "w1", $"w{dimension}"),
            Gen.Double[0.1, 3],
            (kind, of, scale) => new TestFunctionSpec("f", kind, of, scale));
}
