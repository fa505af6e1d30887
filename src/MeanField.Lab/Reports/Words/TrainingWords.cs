using MeanField.Lab.Figures.Drawing;

namespace MeanField.Lab.Reports.Words;

/// <summary>A training in words and symbols.</summary>
internal static class TrainingWords
{
    public static string Of(TrainingSpec training)
    {
        var batch = training.Batch == 1 ? "one fresh sample" : $"{training.Batch} fresh samples";
        return $"one-pass SGD with {batch} a step, ε = {Number(training.StepSize)}, {Of(training.Schedule)}, "
            + $"until T = {Number(training.Horizon)}: {FigureNumber.Count(training.Steps)} steps";
    }

    /// <summary>Weight decay and noise; null where there is neither.</summary>
    public static string? Regularisation(TrainingSpec training)
    {
        var decay = training.WeightDecay == 0 ? null : $"weight decay λ = {Number(training.WeightDecay)}";
        string[] words = [.. new[] { decay, Noise(training) }.OfType<string>()];
        return words.Length == 0 ? null : string.Join("; ", words);
    }

    private static string? Noise(TrainingSpec training)
    {
        if (training.InverseTemperature is not { } beta)
            return null;
        return training.Noise == NoiseConvention.PdeConsistent
            ? $"noise √(4 s/β) g with β = {Number(beta)}"
            : $"noise √(2 s/β) g with β = {Number(beta)}, as printed in the slides";
    }

    private static string Of(ScheduleSpec schedule) => schedule switch
    {
        ConstantSchedule constant => $"ξ = {Number(constant.Value)}",
        PowerSchedule power => $"ξ(t) = (t + {Number(power.Offset)})^{Number(power.Exponent)}",
        PiecewiseSchedule piecewise => $"ξ linear between {piecewise.Knots.Count} knots",
        _ => schedule.GetType().Name,
    };

    private static string Number(double value) => FigureNumber.Text(value, 6);
}
