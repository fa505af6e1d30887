namespace MeanField.Core.Dynamics.LookAhead;

/// <summary>The residuals of a window from its forecast, one after another: what the coordinator solves.</summary>
internal static class Forecast
{
    /// <summary>
    /// r_l = y_l − scale · (P_l + Σ_j κ_j D_{l/j} K_lj) for the samples of a window, j over those of earlier steps;
    /// behind the residuals of each step what those of the window before were wrong by.
    /// </summary>
    /// <param name="plan">Of the run.</param>
    /// <param name="forecast">Where what is in <paramref name="totals"/>.</param>
    /// <param name="firstStep">Of the window.</param>
    /// <param name="totals">The summary's.</param>
    /// <param name="targets">y of every sample.</param>
    /// <param name="signal">Of all the window's steps.</param>
    public static void Respond(
        WindowPlan plan, ForecastLayout forecast, long firstStep, ReadOnlySpan<double> totals,
        ReadOnlySpan<double> targets, Span<double> signal)
    {
        var batch = plan.Batch;
        Span<double> gains = stackalloc double[targets.Length];
        for (var l = 0; l < targets.Length; l++)
        {
            var (step, item) = Math.DivRem(l, batch);
            if (item == 0 && step > 1)
                Decay(plan, firstStep + step - 1, gains[..((step - 1) * batch)]);
            var prediction = totals[l];
            var pairs = totals.Slice(forecast.Pairs(l), forecast.Earlier(l));
            for (var j = 0; j < pairs.Length; j++)
                prediction = Math.FusedMultiplyAdd(gains[j], pairs[j], prediction);
            var residual = targets[l] - plan.OutputScale * prediction;
            signal[step * plan.SignalLength + item] = residual;
            signal[step * plan.SignalLength + batch + item] = totals[forecast.FirstDiscrepancy + l];
            gains[l] = plan.GradientScale * plan.Schedule.StepSize(firstStep + step) * residual;
        }
    }

    /// <summary>What earlier residuals have done decays in the step before this one.</summary>
    private static void Decay(WindowPlan plan, long step, Span<double> gains)
    {
        if (!plan.Decaying)
            return;
        var decay = plan.Decay(plan.Schedule.StepSize(step));
        foreach (ref var gain in gains)
            gain *= decay;
    }
}
