namespace MeanField.Theory.Integration;

/// <summary>One step of the explicit Runge–Kutta pair 5(4) of Dormand and Prince (1980), table 2.</summary>
public sealed class DormandPrince(VectorField field, int dimension)
{
    public const int Order = 5;

    /// <summary>Of the field, by a step whose first slope is known.</summary>
    public const int Evaluations = 6;

    private static readonly double[][] Stages =
    [
        [],
        [1.0 / 5],
        [3.0 / 40, 9.0 / 40],
        [44.0 / 45, -56.0 / 15, 32.0 / 9],
        [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
        [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656],
        [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84],
    ];

    // fifth-order weights minus fourth-order weights
    private static readonly double[] ErrorWeights =
        [71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40];

    private readonly double[][] _slopes = [.. Enumerable.Range(0, 7).Select(_ => new double[dimension])];
    private readonly double[] _next = new double[dimension];
    private bool _firstSlopeKnown;

    /// <summary>Tries a step; the proposal and its local error estimate are kept, the state is
    /// untouched.</summary>
    public void Try(ReadOnlySpan<double> state, double step, Span<double> error)
    {
        if (!_firstSlopeKnown)
            field(state, _slopes[0]);
        _firstSlopeKnown = true;
        for (var stage = 1; stage < 7; stage++)
        {
            Combine(Stages[stage], step, state, _next);
            field(_next, _slopes[stage]);
        }
        error.Clear();
        Accumulate(ErrorWeights, step, error);
    }

    /// <summary>Takes the proposal; its slope is the next step's first one.</summary>
    public void Accept(Span<double> state)
    {
        _next.CopyTo(state);
        (_slopes[0], _slopes[6]) = (_slopes[6], _slopes[0]);
    }

    /// <summary>Says that the state was changed since the last step.</summary>
    public void Forget() => _firstSlopeKnown = false;

    /// <summary>Integrates over a duration in equal steps.</summary>
    public static void Integrate(VectorField field, Span<double> state, double duration, int steps)
    {
        var method = new DormandPrince(field, state.Length);
        var error = new double[state.Length];
        for (var k = 0; k < steps; k++)
        {
            method.Try(state, duration / steps, error);
            method.Accept(state);
        }
    }

    private void Combine(double[] weights, double step, ReadOnlySpan<double> state, Span<double> result)
    {
        state.CopyTo(result);
        Accumulate(weights, step, result);
    }

    private void Accumulate(double[] weights, double step, Span<double> result)
    {
        for (var stage = 0; stage < weights.Length; stage++)
        {
            if (weights[stage] == 0)
                continue;
            var (factor, slope) = (step * weights[stage], _slopes[stage]);
            for (var i = 0; i < result.Length; i++)
                result[i] += factor * slope[i];
        }
    }
}
