using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

internal static class NetworkForm
{
    public const long LargestParticles = uint.MaxValue;

    private static readonly NetworkSpec Defaults =
        new() { Particles = 0, Activation = new LinearActivation() };

    private static readonly ObjectForm<WeightsSpec> Weights = new ObjectForm<WeightsSpec>(Defaults.Weights)
        .Optional(
            "initial",
            "The law of w at the start",
            InitialLawForms.Weights,
            w => w.Initial,
            (w, v) => w with { Initial = v });

    public static readonly ObjectForm<NetworkSpec> Form = new ObjectForm<NetworkSpec>(Defaults)
        .Required(
            "particles",
            "N, the number of neurons",
            new IntegerForm<long>(1, LargestParticles),
            n => n.Particles,
            (n, v) => n with { Particles = v })
        .Required(
            "activation",
            "σ",
            ActivationForm.Form,
            n => n.Activation,
            (n, v) => n with { Activation = v })
        .Optional("weights", "w", Weights, n => n.Weights, (n, v) => n with { Weights = v })
        .Optional(
            "amplitude",
            "a",
            Scalar(Defaults.Amplitude),
            n => n.Amplitude,
            (n, v) => n with { Amplitude = v })
        .Optional("bias", "b", Scalar(Defaults.Bias), n => n.Bias, (n, v) => n with { Bias = v })
        .Optional(
            "outputScale",
            "α, the factor in front of the network",
            NumberForm.Positive,
            n => n.OutputScale,
            (n, v) => n with { OutputScale = v })
        .Optional(
            "scaling",
            "meanField: (1/N) Σ; lazy: (1/√N) Σ; linearized: the lazy network to first order at its start",
            new ChoiceForm<Scaling>(),
            n => n.Scaling,
            (n, v) => n with { Scaling = v });

    private static ObjectForm<ScalarParameterSpec> Scalar(ScalarParameterSpec defaults) =>
        new ObjectForm<ScalarParameterSpec>(defaults)
            .Optional(
                "trained",
                "Moved by the gradient",
                BooleanForm.Instance,
                p => p.Trained,
                (p, v) => p with { Trained = v })
            .Optional(
                "initial",
                "Its law at the start",
                InitialLawForms.Scalar,
                p => p.Initial,
                (p, v) => p with { Initial = v });
}
