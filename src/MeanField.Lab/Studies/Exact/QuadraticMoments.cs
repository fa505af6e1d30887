using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Theory.Moments;
using MeanField.Theory;
using MeanField.Theory.Population;

namespace MeanField.Lab.Studies.Exact;

/// <summary>For quadratic neurons the flow of N particles is that of their second moments.</summary>
public sealed class QuadraticMoments : Claim
{
    private static readonly double[] Times = [.. Enumerable.Range(0, 41).Select(i => 0.01 * i)];

    public override string Name => "quadratic-moments";

    public override string Statement =>
        "Quadratic neurons close on M = mean θθᵀ: M′ = −8[tr(D)M + DM + MD], D = M − B, for any N; a finite "
        + "network follows the limit from M_N(0) without error.";

    public override string Source => "Derived for this project";

    public override string Method =>
        "The population gradient flow of N = 1, 2 and 5 neurons in the plane, by quadrature over x, against "
        + "the equation of M, two pieces of code that share nothing but the time integrator.";

    public override Finding Measure(StudyScope scope)
    {
        int[] sizes = [1, 2, 5];
        var times = scope.Pick(Times[..3], Times, Times);
        var curves = scope.Map(sizes, size => Curves(size, times, scope));
        var chart = new Chart(AxisScale.Linear, AxisScale.Linear).Label("time t", "risk");
        foreach (var (moments, particles) in curves)
        {
            chart.Line(times, moments, FigureColors.Theory);
            chart.Dots(times, particles, FigureColors.Observed, size: 5);
        }
        return new()
        {
            Checks =
            [
                .. sizes.Select((size, i) => new Check(
                    $"largest difference of the risks, N = {size}",
                    Estimate.Exact(
                        curves[i].Moments.Zip(curves[i].Particles, (m, p) => Math.Abs(m - p)).Max()),
                    Expectation.AtMost(1e-5))),
            ],
            Figures =
            [
                StudyFigure.Of(
                    Name, "Quadratic neurons: N particles are their second moments",
                    "Dots: particles under the population gradient, N = 5, 2 and 1 from below. Lines: the "
                    + "equation of M from M_N(0). One neuron cannot reach a target of rank two.",
                    chart,
                    new("particles", FigureColors.Observed, KeyMark.Dots),
                    new("equation of M", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["particles", "time", "riskOfMoments", "riskOfParticles"],
                    sizes.SelectMany((size, i) => times.Select((time, k) => (double[])
                        [size, time, curves[i].Moments[k], curves[i].Particles[k]]))),
            ],
        };
    }

    private static (double[] Moments, double[] Particles) Curves(
        int particles, double[] times, StudyScope scope)
    {
        var spec = Spec(particles);
        double[] Risks(ReferenceChoice choice) =>
            [.. choice.Solver!.Solve(times, scope.Cancellation).Points.Select(point => point.Risk)];
        return (Risks(QuadraticReference.Choose(spec)), Risks(ParticleReference.Choose(spec)));
    }

    private static ExperimentSpec Spec(int particles)
    {
        double[][] rows = [[0.6, 0.2], [-0.3, 0.7], [0.1, -0.5], [0.8, 0.4], [-0.2, -0.4]];
        return new()
        {
            Name = "quadratic",
            Network = new()
            {
                Particles = particles,
                Activation = new QuadraticActivation(),
                Weights = new()
                {
                    Initial = new RowWeights([.. rows[..particles].Select(row => new Values(row))]),
                },
            },
            Data = new QuadraticTeacherData([1, 0.5], Centered: false),
            Training = new() { StepSize = 0.01, Horizon = 1 },
        };
    }
}
