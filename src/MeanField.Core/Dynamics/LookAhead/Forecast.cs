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
        signal.Clear();
        Span<double> gains = stackalloc double[targets.Length];
        for (var l = 0; l < targets.Length; l++)
        {
            var (step, item) = Math.DivRem(l, batch);
            if (item == 0 && step > 1)
                Decay(plan, firstStep + step - 1, gains[..((step - 1) * batch)]);
            var prediction = totals[l] + Influence(forecast, l, totals, gains);
            var residual = targets[l] - plan.OutputScale * prediction;
            signal[step * plan.SignalLength + item] = residual;
            signal[step * plan.SignalLength + batch + item] = totals[forecast.FirstDiscrepancy + l];
            gains[l] = plan.GradientScale * plan.Schedule.StepSize(firstStep + step) * residual;
        }
    }

    /// <summary>
    /// Whether residuals on trial are as they should be. If not they are moved, to first order, to where they would
    /// be: δ_l = −d_l − scale · Σ_j κ(δ_j) D_{l/j} K_lj, d_l what they were wrong by.
    /// </summary>
    /// <remarks>
    /// d_l depends on earlier residuals only, and where these are right the move of r_l is exact: after as many trials
    /// as the window has steps nothing but rounding is left, and residuals stand whatever the tolerance.
    /// </remarks>
    public static bool Judge(
        WindowPlan plan, ForecastLayout forecast, long firstStep, ReadOnlySpan<double> totals, Span<double> signal)
    {
        var steps = signal.Length / plan.SignalLength;
        var wrong = totals.Slice(forecast.FirstDiscrepancy, steps * plan.Batch);
        // the last number of the window's first step counts its trials
        var trials = ++signal[plan.SignalLength - 1];
        var worst = 0.0;
        foreach (var discrepancy in wrong)
            worst = Math.Max(worst, Math.Abs(discrepancy));
        if (!(worst > plan.Tolerance) || trials >= steps)
            return true;
        Mend(plan, forecast, firstStep, totals, wrong, signal);
        return false;
    }

    private static void Mend(
        WindowPlan plan, ForecastLayout forecast, long firstStep, ReadOnlySpan<double> totals,
        ReadOnlySpan<double> wrong, Span<double> signal)
    {
        Span<double> gains = stackalloc double[wrong.Length];
        for (var l = 0; l < wrong.Length; l++)
        {
            var (step, item) = Math.DivRem(l, plan.Batch);
            if (item == 0 && step > 1)
                Decay(plan, firstStep + step - 1, gains[..((step - 1) * plan.Batch)]);
            var move = -wrong[l] - plan.OutputScale * Influence(forecast, l, totals, gains);
            signal[step * plan.SignalLength + item] += move;
            gains[l] = plan.GradientScale * plan.Schedule.StepSize(firstStep + step) * move;
        }
    }

    /// <summary>Σ_j κ_j D_{l/j} K_lj, decays being in the gains.</summary>
    private static double Influence(
        ForecastLayout forecast, int sample, ReadOnlySpan<double> totals, ReadOnlySpan<double> gains)
    {
        var pairs = totals.Slice(forecast.Pairs(sample), forecast.Earlier(sample));
        var sum = 0.0;
        for (var j = 0; j < pairs.Length; j++)
            sum = Math.FusedMultiplyAdd(gains[j], pairs[j], sum);
        return sum;
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
