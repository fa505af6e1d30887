using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

internal static class TrainingForm
{
    private const double MostSteps = 9007199254740992;

    private static readonly ObjectForm<RatesSpec> Rates = new ObjectForm<RatesSpec>(new())
        .Optional(
            "weights",
            "Factor of w's step",
            NumberForm.NonNegative,
            r => r.Weights,
            (r, v) => r with { Weights = v })
        .Optional(
            "amplitude",
            "Factor of a's step",
            NumberForm.NonNegative,
            r => r.Amplitude,
            (r, v) => r with { Amplitude = v })
        .Optional(
            "bias",
            "Factor of b's step",
            NumberForm.NonNegative,
            r => r.Bias,
            (r, v) => r with { Bias = v });

    public static readonly ObjectForm<TrainingSpec> Form =
        new ObjectForm<TrainingSpec>(new() { StepSize = 1, Horizon = 0 }) { Check = StepsFit }
            .Required(
                "stepSize",
                "ε",
                NumberForm.Positive,
                t => t.StepSize,
                (t, v) => t with { StepSize = v })
            .Optional(
                "schedule",
                "ξ(t)",
                ScheduleForm.Form,
                t => t.Schedule,
                (t, v) => t with { Schedule = v })
            .Required(
                "horizon",
                "T; the run has round(T/ε) steps",
                NumberForm.NonNegative,
                t => t.Horizon,
                (t, v) => t with { Horizon = v })
            .Optional(
                "batch",
                "Fresh samples per step",
                new IntegerForm<int>(1, 1024),
                t => t.Batch,
                (t, v) => t with { Batch = v })
            .Optional("rates", "Factors per parameter", Rates, t => t.Rates, (t, v) => t with { Rates = v })
            .Optional(
                "gradientFactor",
                "The 2 of the update 2 s r ∇σ*",
                NumberForm.NonNegative,
                t => t.GradientFactor,
                (t, v) => t with { GradientFactor = v })
            .Optional(
                "weightDecay",
                "λ",
                NumberForm.NonNegative,
                t => t.WeightDecay,
                (t, v) => t with { WeightDecay = v })
            .Optional(
                "inverseTemperature",
                "β; null: noiseless",
                new NumberOrNull<double>(NumberForm.Positive),
                t => t.InverseTemperature,
                (t, v) => t with { InverseTemperature = v })
            .Optional(
                "noise",
                "pdeConsistent: √(4s/β); asPrinted: √(2s/β)",
                new ChoiceForm<NoiseConvention>(),
                t => t.Noise,
                (t, v) => t with { Noise = v });

    private static void StepsFit(TrainingSpec training, Cursor at)
    {
        if (!at.AreClean("stepSize", "horizon"))
            return;
        var (stepSize, horizon) = (training.StepSize, training.Horizon);
        if (horizon / stepSize > MostSteps)
        {
            at.Refuse("horizon", $"must be at most 2^53 steps of {Phrase.Of(stepSize)}, "
                + $"is {Phrase.Of(horizon / stepSize)} steps");
        }

        if (!at.AreClean("schedule", "weightDecay"))
            return;
        var decay = 2 * training.WeightDecay * stepSize * LargestRate.Of(training);
        if (!(decay < 1))
        {
            at.Refuse("weightDecay", "must keep 2 · weightDecay · stepSize · ξ(t) below 1 at all times, "
                + $"makes it {Phrase.Of(decay)}");
        }
    }
}
