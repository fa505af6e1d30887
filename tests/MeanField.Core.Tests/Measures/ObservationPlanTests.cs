using MeanField.Core.Measures;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Measures;

public class ObservationPlanTests
{
    private static readonly DataSpec Teacher = new LinearTeacherData(3, [1, 2, 2], 0);

    [Fact]
    public void Predictions_are_asked_in_chunks_of_256_samples_and_rows_in_chunks_of_8192_numbers()
    {
        var spec = Specs.With(900, new TanhActivation(), new IsotropicGaussiansData(40, 0.8), samples: 600);
        var asked = Asked(Observing(spec, observe => observe with { Track = 2 }));

        Assert.Equal([(0, 256), (256, 256), (512, 88)], Ranges(ProbeKind.Predictions));
        // 204 · 40 ≤ 8192 < 205 · 40; the tracked rows come last
        Assert.Equal(
            [(0, 204), (204, 204), (408, 204), (612, 204), (816, 84), (0, 2)], Ranges(ProbeKind.Particles));

        IEnumerable<(long, int)> Ranges(ProbeKind kind) =>
            asked.Where(request => request.Kind == kind).Select(request => (request.First, request.Count));
    }

    [Fact]
    public void Closed_form_moments_are_asked_in_chunks()
    {
        var teacher = new QuadraticTeacherData([.. new double[100]], true);
        var spec = Specs.With(2, new QuadraticActivation(), teacher);

        Assert.Equal(
            [(0, 2048), (2048, 2048), (4096, 1055)],
            Asked(spec).Where(r => r.Kind == ProbeKind.SecondMoments).Select(r => (r.First, r.Count)));
    }

    [Fact]
    public void Columns_come_in_one_order()
    {
        var spec = Specs.With(20, new ReluActivation(), Teacher).Changed(network => network with
        {
            Amplitude = new() { Trained = true, Initial = new GaussianScalar(1) },
            Bias = new() { Trained = true, Initial = new GaussianScalar(1) },
        });
        spec = Observing(spec, observe => observe with
        {
            TestFunctions =
                [new("f", TestFunctionKind.Cos, "w2", 1), new("g", TestFunctionKind.Tanh, "a", 1)],
        });

        Assert.Equal(
            [
                "exactRisk", "weightNormMean", "weightNormSquaredMean", "weightNormVariance",
                "amplitudeMean", "amplitudeSquaredMean", "biasMean", "biasSquaredMean",
                "overlapMean", "overlapMaximum", "f", "g",
            ],
            new PlainNetwork(spec).Observe().Columns.Select(column => column.Name));
    }

    [Fact]
    public void Moments_and_overlaps_are_those_of_the_rows()
    {
        var network = new PlainNetwork(Specs.With(700, new ReluActivation(), Teacher));
        var norms = network.Rows.Chunk(5).Select(row => Math.Sqrt(row[..3].Sum(w => w * w))).ToArray();
        var overlaps = network.Rows.Chunk(5)
            .Zip(norms, (row, norm) => (row[0] + 2 * row[1] + 2 * row[2]) / 3 / norm).ToArray();
        var observed = network.Observe();

        Assert.Equal(norms.Average(), observed.Column("weightNormMean"), 12);
        Assert.Equal(norms.Average(r => r * r), observed.Column("weightNormSquaredMean"), 12);
        var mean = norms.Average();
        Assert.Equal(norms.Average(r => (r - mean) * (r - mean)), observed.Column("weightNormVariance"), 12);
        Assert.Equal(overlaps.Average(), observed.Column("overlapMean"), 12);
        Assert.Equal(overlaps.Max(), observed.Column("overlapMaximum"), 12);
    }

    [Theory]
    [InlineData(TestFunctionKind.Tanh, "weightNorm")]
    [InlineData(TestFunctionKind.Cos, "w3")]
    [InlineData(TestFunctionKind.Sin, "b")]
    [InlineData(TestFunctionKind.Gaussian, "a")]
    public void A_test_function_is_a_mean_over_particles(TestFunctionKind kind, string of)
    {
        var spec = Specs.With(300, new ReluActivation(), Teacher).Changed(network => network with
        {
            Amplitude = new() { Initial = new GaussianScalar(1) },
            Bias = new() { Initial = new GaussianScalar(1) },
        });
        spec = Observing(spec, observe => observe with { TestFunctions = [new("f", kind, of, 0.7)] });
        var network = new PlainNetwork(spec);

        double F(double[] row)
        {
            var z = 0.7 * (of switch { "w3" => row[2], "a" => row[3], "b" => row[4], _ => Norm(row) });
            return kind switch
            {
                TestFunctionKind.Tanh => Math.Tanh(z),
                TestFunctionKind.Cos => Math.Cos(z),
                TestFunctionKind.Sin => Math.Sin(z),
                _ => Math.Exp(-z * z / 2),
            };
        }
        Assert.Equal(network.Rows.Chunk(5).Average(F), network.Observe().Column("f"), 12);
    }

    [Theory]
    [InlineData(HistogramQuantity.WeightNorm)]
    [InlineData(HistogramQuantity.FirstWeight)]
    [InlineData(HistogramQuantity.Bias)]
    public void A_histogram_spans_the_range_of_its_time_and_counts_every_particle(HistogramQuantity quantity)
    {
        var spec = Specs.With(700, new ReluActivation(), Teacher)
            .Changed(network => network with { Bias = new() { Initial = new UniformScalar(-2, 5) } });
        var network = new PlainNetwork(Observing(spec, o => o with { Histogram = new(quantity, 13) }));
        var values = network.Rows.Chunk(5).Select(row => quantity switch
        {
            HistogramQuantity.WeightNorm => Norm(row),
            HistogramQuantity.FirstWeight => row[0],
            _ => row[4],
        }).ToArray();
        var histogram = network.Observe().Histogram!;

        Assert.Equal(values.Min(), histogram.Low, 14);
        Assert.Equal(values.Max(), histogram.High, 14);
        Assert.Equal(700, histogram.Counts.Sum());
        var width = (histogram.High - histogram.Low) / 13;
        for (var bin = 0; bin < 12; bin++)
        {
            var low = histogram.Low + bin * width;
            Assert.Equal(values.Count(v => v >= low && v < low + width), histogram.Counts[bin]);
        }
    }

    [Fact]
    public void Equal_particles_share_one_bin_of_a_histogram_with_a_width()
    {
        var spec = Specs.With(50, new ReluActivation(), Teacher)
            .Changed(network => network with { Weights = new() { Initial = new FixedWeights([3, 4, 0]) } });
        spec = Observing(spec, o => o with { Histogram = new(HistogramQuantity.WeightNorm, 5) });
        var histogram = new PlainNetwork(spec).Observe().Histogram!;

        Assert.True(histogram.Low < 5 && histogram.High > 5);
        Assert.Equal<long>([0, 0, 50, 0, 0], histogram.Counts.AsEnumerable());
    }

    [Fact]
    public void Tracked_paths_are_the_first_particles_trained_parameters()
    {
        var bias = new ScalarParameterSpec { Trained = true, Initial = new GaussianScalar(1) };
        var spec = Specs.With(300, new ReluActivation(), Teacher).Changed(n => n with { Bias = bias });
        var network = new PlainNetwork(Observing(spec, observe => observe with { Track = 260 }));

        var rows = network.Rows.Chunk(5).Take(260);
        var expected = rows.SelectMany(row => new[] { row[0], row[1], row[2], row[4] });
        Assert.Equal(expected, network.Observe().Paths);
    }

    [Fact]
    public void Fewer_particles_than_are_to_be_tracked_are_tracked_all()
    {
        var spec = Observing(Specs.With(4, new ReluActivation(), Teacher), o => o with { Track = 32 });

        Assert.Equal(12, new PlainNetwork(spec).Observe().Paths.Length);
    }

    [Fact]
    public void Every_step_has_test_samples_of_its_own_and_a_time()
    {
        var network = new PlainNetwork(Specs.With(10, new TanhActivation(), Teacher));

        Assert.Equal(network.Observe(7).Risk, network.Observe(7).Risk);
        Assert.NotEqual(network.Observe(7).Risk, network.Observe(8).Risk);
        Assert.Equal(7 * 1e-3, network.Observe(7).Time);
    }

    [Fact]
    public void A_plan_that_still_asks_cannot_be_completed()
    {
        var plan = new PlainNetwork(Specs.With(10, new TanhActivation(), Teacher)).Plan();

        Assert.Throws<InvalidOperationException>(plan.Complete);
    }

    private static List<ProbeRequest> Asked(ExperimentSpec spec)
    {
        var network = new PlainNetwork(spec);
        var plan = network.Plan();
        var asked = new List<ProbeRequest>();
        while (plan.Next is { } request)
        {
            asked.Add(request);
            plan.Accept(network.Answer(plan, request, [[0]]));
        }
        return asked;
    }

    private static ExperimentSpec Observing(ExperimentSpec spec, Func<ObserveSpec, ObserveSpec> change) =>
        spec with { Observe = change(spec.Observe) };

    private static double Norm(double[] row) => Math.Sqrt(row[..3].Sum(w => w * w));
}
