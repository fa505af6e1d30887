namespace MeanField.Theory.Moments;

/// <summary>The linear neuron in closed form.</summary>
/// <remarks>
/// With c = g a · αa + 2λ: m(τ) = m∞ + e^{−cτ}(m₀ − m∞), m∞ = g a θ*/c;
/// tr C(τ) = e^{−4λτ} tr C₀ + d D (1 − e^{−4λτ})/(4λ), D the diffusion (λ = 0: + d D τ);
/// R = Var η + |αa m − θ*|². Every deviation from the mean only decays and diffuses.
/// </remarks>
public sealed class LinearReference(LinearProblem problem, ScheduleSpec schedule) : IReferenceSolver
{
    public string Name => "linear neuron, closed form";

    public int Order => 0;

    public static ReferenceChoice Choose(ExperimentSpec spec) => LinearProblem.Obstacle(spec) is { } obstacle
        ? new(null, $"linear moments: {obstacle}")
        : new(
            new LinearReference(LinearProblem.Of(spec), spec.Training.Schedule),
            "a linear neuron on Gaussian inputs: the mean of the weights obeys a linear equation of its own");

    public ReferenceSolution Solve(IReadOnlyList<double> times, CancellationToken cancellation = default) =>
        new(Name, Order, 0, [.. times.Select(At)]);

    private ReferencePoint At(double time)
    {
        var elapsed = ElapsedTime.At(schedule, time);
        var pull = problem.GradientFactor * problem.Amplitude;
        var gain = problem.OutputScale * problem.Amplitude;
        var rate = pull * gain + 2 * problem.WeightDecay;
        // (1 − e^{−cτ})/c is τ where c vanishes
        var mean = problem.Start.Mean * Math.Exp(-rate * elapsed)
            + problem.Teacher * (pull * Saturation(rate, elapsed));
        var error = mean * gain - problem.Teacher;
        return new ReferencePoint
        {
            Time = time,
            Risk = problem.NoiseVariance + error * error,
            Columns = [new("weightNormSquaredMean", mean * mean + Spread(elapsed))],
        };
    }

    private double Spread(double elapsed)
    {
        var rate = 4 * problem.WeightDecay;
        return Math.Exp(-rate * elapsed) * problem.Start.Spread
            + problem.Dimension * problem.Diffusion * Saturation(rate, elapsed);
    }

    private static double Saturation(double rate, double elapsed) =>
        Math.Abs(rate * elapsed) < 1e-12 ? elapsed : (1 - Math.Exp(-rate * elapsed)) / rate;
}
