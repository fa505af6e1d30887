using MathNet.Numerics.LinearRegression;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;

namespace MeanField.Lab.Studies.FixedPoints;

/// <summary>A law near a stable point falls into a point mass, at twice the Hessian's lowest
/// eigenvalue.</summary>
public sealed class PointMassRate : Claim
{
    private const int Neurons = 6;

    public override string Name => "point-mass-rate";

    public override string Statement =>
        "From a start not too far from θ*, where λ_min(∇²Ψ(θ*; δ_θ*)) > 0, ρ_t tends to δ_θ* exponentially; "
        + "the spread at the rate 2λ_min.";

    public override string Source => "The talk, theorem (informal, noiseless convergence)";

    public override string Method =>
        "Tanh neurons with biases and decay 0.05 learn y = 0.8x₁ on a square's corners: θ* by the flow of "
        + "one neuron, its Hessian in closed form, and the spread of six neurons that start around θ*.";

    public override Finding Measure(StudyScope scope)
    {
        var example = new PlaneExample(0.8, 0);
        var point = example.Follow([0.7, 0.1, 0.1], [2000], scope.Cancellation)[0];
        var hessian = example.At(point).Hessian(point);
        var eigenvalues = hessian.Evd().EigenValues.Select(value => value.Real).Order().ToArray();
        double[] times = [.. Enumerable.Range(0, 31).Select(i => scope.Pick(0.5, 2.5, 2.5) * i)];
        var states = example.Follow(Around(point), times, scope.Cancellation);
        double[] spreads = [.. states.Select(state => Spread(state, example.Length))];
        double[] distances = [.. states.Select(state => Distance(state, point))];
        // the second half: the other directions have died out
        var half = times.Length / 2;
        var rate = -SimpleRegression.Fit(
            times[half..], [.. spreads[half..].Select(spread => Math.Log(spread))]).B;
        var chart = new Chart(AxisScale.Linear, new LogarithmicScale())
            .Dots(times, spreads, FigureColors.Observed, size: 6)
            .Dots(times, distances, FigureColors.Exact, size: 6, hollow: true)
            .Line(
                times,
                [.. times.Select(t => spreads[^1] * Math.Exp(-2 * eigenvalues[0] * (t - times[^1])))],
                FigureColors.Theory)
            .Label("time t", "distance");
        return new()
        {
            Checks =
            [
                new(
                    "rate of the spread over 2λ_min",
                    Estimate.Exact(rate / (2 * eigenvalues[0])),
                    Expectation.Near(1, 0.02)),
                new("λ_min", Estimate.Exact(eigenvalues[0]), Expectation.AtLeast(1e-3)),
                new(
                    "final distance from θ*, over the first one",
                    Estimate.Exact(distances[^1] / distances[0]),
                    Expectation.AtMost(0.01)),
            ],
            Remark = $"Eigenvalues {List(eigenvalues)} at θ* = ({List(point)}).",
            Figures =
            [
                StudyFigure.Of(
                    Name, "A law falls into a point mass",
                    "Dots: largest distance of a neuron from the mean; circles: from θ*. Line: rate 2λ_min.",
                    chart,
                    new("from the mean", FigureColors.Observed, KeyMark.Dots),
                    new("from θ*", FigureColors.Exact, KeyMark.HollowDots),
                    new("2λ_min", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["time", "spread", "distance"],
                    times.Select((t, i) => (double[])[t, spreads[i], distances[i]])),
            ],
        };
    }

    private static string List(double[] values) =>
        string.Join(", ", values.Select(value => FigureNumber.Text(Math.Round(value, 6), 3)));

    private static double[] Around(double[] point) =>
        [.. Enumerable.Range(0, Neurons * point.Length).Select(i =>
            point[i % point.Length] + 0.3 * Math.Sin(2.1 * i + 0.7))];

    private static double Spread(double[] state, int length)
    {
        double[] mean =
            [.. Enumerable.Range(0, length).Select(c => state.Where((_, i) => i % length == c).Average())];
        return Distance(state, mean);
    }

    private static double Distance(double[] state, double[] point) => state.Chunk(point.Length)
        .Max(theta => Math.Sqrt(theta.Zip(point, (a, b) => (a - b) * (a - b)).Sum()));
}
