using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Theory.FokkerPlanck;

namespace MeanField.Lab.Studies.Noisy;

/// <summary>From wherever it starts, the noisy law falls to the one Gibbs fixed point, and its free energy
/// falls.</summary>
public sealed class GibbsFixedPoint : Claim
{
    private const double Duration = 0.02;
    private const double Reach = 8;

    private static readonly (string Name, WeightLaw Law)[] Starts =
    [
        ("normal around 0", new GaussianWeights(0.5)),
        ("point at −3", new FixedWeights([-3])),
        ("points at ±4", new SphereWeights(4)),
    ];

    public override string Name => "gibbs-fixed-point";

    public override string Statement =>
        "ρ_t tends to the one solution of ρ* = exp(−βΨ_λ(·; ρ*))/Z from every start, and the free energy "
        + "never rises.";

    public override string Source => "The talk, theorem (informal, noisy convergence)";

    public override string Method =>
        "One weight, σ* = tanh θ, y = 0.6, λ = 0.2, β = 10: the Fokker–Planck equation by finite volumes "
        + "from three starts, against ρ* solved by itself from its own equation for ∫tanh dρ*.";

    public override Finding Measure(StudyScope scope)
    {
        var steps = scope.Pick(100, 1500, 3000);
        var grid = new LineGrid(Reach, scope.Pick(80, 640, 2560));
        var gibbs = Gibbs(grid);
        var curves = scope.Map(Starts, start => Curve.Of(start.Law, grid, gibbs, steps));
        double[] times = [.. Enumerable.Range(0, steps + 1).Select(k => k * Duration)];
        var distance = new Chart(AxisScale.Linear, new LogarithmicScale())
            .Label("time t", "distance in total variation").Title("to the Gibbs law");
        var energy = new Chart(AxisScale.Linear, AxisScale.Linear)
            .Label("time t", "free energy").Title("free energy");
        var shown = Math.Min(steps, (int)(10 / Duration));
        foreach (var (i, curve) in curves.Index())
        {
            var color = RankedSeries.Color(i, Starts.Length);
            distance.Line(times, curve.Distances, color);
            energy.Line(times[..shown], curve.Energies[..shown], color);
        }
        return new()
        {
            Checks =
            [
                new(
                    "largest final distance to the Gibbs law",
                    Estimate.Exact(curves.Max(curve => curve.Distances[^1])),
                    Expectation.AtMost(1e-4)),
                new(
                    "largest final distance between two starts",
                    Estimate.Exact(curves.Max(a => curves.Max(b => Distance(a.Final, b.Final)))),
                    Expectation.AtMost(1e-9)),
                new(
                    "largest rise of the free energy in a step",
                    Estimate.Exact(curves.Max(curve => curve.LargestRise)),
                    Expectation.AtMost(1e-13)),
            ],
            Remark =
                "The scheme's stationary masses are the Gibbs weights at the cells' middles, whatever the "
                + "cells: what distance is left is a matter of time.",
            Figures =
            [
                StudyFigure.Side(
                    Name, "Three starts, one fixed point",
                    "Left: distance to ρ* in total variation. Right: free energy.",
                    [distance, energy], 2,
                    RankedSeries.Key([.. Starts.Select(start => start.Name)], KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name,
                    ["time", "distance1", "distance2", "distance3", "energy1", "energy2", "energy3"],
                    times.Select((t, k) => (double[])
                    [
                        t,
                        .. curves.Select(curve => curve.Distances[k]),
                        .. curves.Select(curve => curve.Energies[k]),
                    ])),
            ],
        };
    }

    private static double[] Gibbs(LineGrid grid)
    {
        var law = NoisyTanh.Gibbs();
        return [.. Enumerable.Range(0, grid.Cells).Select(i => grid.Width * law.Density(grid.Center(i)))];
    }

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Sum() / 2;

    private sealed record Curve(double[] Distances, double[] Energies, double LargestRise, double[] Final)
    {
        public static Curve Of(WeightLaw start, LineGrid grid, double[] gibbs, int steps)
        {
            var law = new LineReduction(NoisyTanh.Spec(1, 1, start, 0.1, 1)).On(grid);
            var (distances, energies) = (new double[steps + 1], new double[steps + 1]);
            for (var k = 0; k <= steps; k++)
            {
                if (k > 0)
                    law.Step(Duration);
                (distances[k], energies[k]) = (Distance(law.Masses, gibbs), law.FreeEnergy);
            }
            var rise = Enumerable.Range(1, steps).Max(k => energies[k] - energies[k - 1]);
            return new(distances, energies, rise, law.Masses);
        }
    }
}
