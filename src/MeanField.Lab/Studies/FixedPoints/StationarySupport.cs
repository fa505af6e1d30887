using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;

namespace MeanField.Lab.Studies.FixedPoints;

/// <summary>Noiseless fixed points live where ∇Ψ vanishes.</summary>
public sealed class StationarySupport : Claim
{
    private const int Neurons = 8;

    public override string Name => "stationary-support";

    public override string Statement =>
        "A fixed point ρ of the noiseless dynamics has supp ρ ⊂ {∇Ψ(·; ρ) = 0}.";

    public override string Source => "The talk, theorem (informal, noiseless convergence)";

    public override string Method =>
        "Eight tanh neurons with biases and decay 0.05 learn y = x₁ + ½x₁x₂ on a square's corners: the "
        + "largest |∇Ψ_λ| on the neurons along the population flow, and the Hessian where it ends.";

    public override Finding Measure(StudyScope scope)
    {
        double[] times =
            [0, .. Enumerable.Range(0, scope.Pick(9, 46, 46)).Select(i => 0.1 * Math.Pow(10, i / 11.5))];
        var example = new PlaneExample(1, 0.5);
        var states = example.Follow(Start(example.Length), times, scope.Cancellation);
        double[] largest = [.. states.Select(state => LargestGradient(example, state))];
        double[] risks = [.. states.Select(state => example.At(state).Risk)];
        var final = example.At(states[^1]);
        var lowest = states[^1].Chunk(example.Length)
            .Min(theta => final.Hessian(theta).Evd().EigenValues.Min(value => value.Real));
        var gradient = new Chart(AxisScale.OfTimes(times), new LogarithmicScale())
            .Line(times, largest, FigureColors.Observed)
            .Dots(times, largest, FigureColors.Observed, size: 5)
            .Label("time t", "largest |∇Ψ|").Title("on the neurons");
        var risk = new Chart(AxisScale.OfTimes(times), AxisScale.Linear)
            .Line(times, risks, FigureColors.Observed)
            .Label("time t", "risk").Title("risk");
        return new()
        {
            Checks =
            [
                new(
                    "largest |∇Ψ| on the neurons at the end",
                    Estimate.Exact(largest[^1]),
                    Expectation.AtMost(1e-8)),
                new(
                    "lowest eigenvalue of ∇²Ψ on the neurons at the end",
                    Estimate.Exact(lowest),
                    Expectation.AtLeast(-1e-6)),
            ],
            Figures =
            [
                StudyFigure.Side(
                    Name, "The flow ends where ∇Ψ vanishes",
                    "Left: the largest |∇Ψ| over the neurons. Right: the risk.", [gradient, risk], 2),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["time", "largestGradient", "risk"],
                    times.Select((t, i) => (double[])[t, largest[i], risks[i]])),
            ],
        };
    }

    private static double[] Start(int length) =>
        [.. Enumerable.Range(0, Neurons * length).Select(i => 1.2 * Math.Sin(1.9 * i + 0.4))];

    private static double LargestGradient(PlaneExample example, double[] state)
    {
        var potential = example.At(state);
        return state.Chunk(example.Length).Max(theta => Math.Sqrt(potential.Gradient(theta).Sum(g => g * g)));
    }
}
