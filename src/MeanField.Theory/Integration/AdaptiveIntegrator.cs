namespace MeanField.Theory.Integration;

/// <summary>Dormand–Prince steps whose local error, in a weighted mean square, stays at the
/// tolerance.</summary>
/// <param name="field">The right-hand side.</param>
/// <param name="tolerance">Of a step's error, relative to 1 + |component|.</param>
public sealed class AdaptiveIntegrator(VectorField field, double tolerance)
{
    private const int MostAttempts = 1_000_000;
    private const double FirstStep = 1e-4;

    private DormandPrince _method = new(field, 0);
    private double[] _weights = [];
    private double[] _error = [];
    private double _step = FirstStep;
    private double _previousError = 1;

    /// <summary>Steps tried so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>Starts over with components of these weights in the error's mean square; the step is
    /// kept.</summary>
    public void Resize(double[] weights)
    {
        var total = weights.Sum();
        _weights = [.. weights.Select(weight => weight / total)];
        _error = new double[weights.Length];
        _method = new DormandPrince(field, weights.Length);
    }

    /// <summary>Says that the state was changed since the last step.</summary>
    public void Forget() => _method.Forget();

    /// <summary>Moves the state over a duration.</summary>
    public void Advance(double[] state, double duration, CancellationToken cancellation)
    {
        for (var elapsed = 0.0; elapsed < duration;)
        {
            cancellation.ThrowIfCancellationRequested();
            var step = Step(state, duration - elapsed);
            elapsed = step < duration - elapsed ? elapsed + step : duration;
        }
    }

    /// <summary>Makes one accepted step of at most the given length; returns its length.</summary>
    public double Step(double[] state, double longest)
    {
        while (true)
        {
            if (++Attempts > MostAttempts)
                throw new ReferenceToleranceException("the time integration is stuck", _previousError, 1);
            // a step that would leave a crumb takes it along
            var last = 1.01 * _step >= longest;
            var step = last ? longest : _step;
            _method.Try(state, step, _error);
            var error = Norm(state);
            Adapt(step, error, truncated: last);
            if (error > 1)
                continue;
            _method.Accept(state);
            return step;
        }
    }

    private double Norm(double[] state)
    {
        var sum = 0.0;
        for (var i = 0; i < state.Length; i++)
        {
            var relative = _error[i] / (tolerance * (1 + Math.Abs(state[i])));
            sum += _weights[i] * relative * relative;
        }
        return double.IsFinite(sum) ? Math.Sqrt(sum) : double.PositiveInfinity;
    }

    // PI controller, Hairer, Nørsett, Wanner, Solving ODEs I, (IV.2.43): exponents 0.7/5 and 0.4/5
    private void Adapt(double step, double error, bool truncated)
    {
        var bounded = Math.Clamp(error, 1e-10, 1e10);
        var factor = 0.9 * Math.Pow(bounded, -0.14) * Math.Pow(_previousError, 0.08);
        factor = Math.Clamp(factor, 0.2, error <= 1 ? 5 : 0.9);
        _step = truncated && error <= 1 ? Math.Max(_step, step * factor) : step * factor;
        if (error <= 1)
            _previousError = Math.Max(bounded, 1e-4);
    }
}
