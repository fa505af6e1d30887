using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

internal static class ExperimentForm
{
    private static readonly ObjectForm<ComputeSpec> Compute = new ObjectForm<ComputeSpec>(new())
        .Optional(
            "precision",
            "Of the particles",
            new ChoiceForm<Precision>(),
            c => c.Precision,
            (c, v) => c with { Precision = v })
        .Optional(
            "window",
            "Samples per window of delayed updates; a look-ahead run takes its own windows for it",
            new IntegerForm<int>(1, 64),
            c => c.Window,
            (c, v) => c with { Window = v })
        .Optional(
            "leaf",
            "Particles per leaf, the unit of summation",
            new IntegerForm<int>(32, 4096) { MultipleOf = 32 },
            c => c.Leaf,
            (c, v) => c with { Leaf = v });

    private static readonly TextForm Name =
        new("a name of letters, digits, spaces and . _ -", "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$");

    public static readonly ObjectForm<ExperimentSpec> Form =
        new ObjectForm<ExperimentSpec>(new()
        {
            Name = "",
            Network = NetworkForm.Form.Prototype,
            Data = DataForm.Nothing,
            Training = TrainingForm.Form.Prototype,
        })
        {
            Check = Consistency.Check,
        }
            .Required(
                "name",
                "Names the run",
                Name,
                e => e.Name,
                (e, v) => e with { Name = v })
            .Optional(
                "seed",
                "Of all randomness",
                new IntegerForm<ulong>(0, ulong.MaxValue),
                e => e.Seed,
                (e, v) => e with { Seed = v })
            .Required(
                "network",
                "The neurons and their start",
                NetworkForm.Form,
                e => e.Network,
                (e, v) => e with { Network = v })
            .Required(
                "data",
                "The law of the samples (x, y)",
                DataForm.Form,
                e => e.Data,
                (e, v) => e with { Data = v })
            .Required(
                "training",
                "How the neurons move",
                TrainingForm.Form,
                e => e.Training,
                (e, v) => e with { Training = v })
            .Optional(
                "observe",
                "What is measured, and when",
                ObserveForm.Form,
                e => e.Observe,
                (e, v) => e with { Observe = v })
            .Optional(
                "compute",
                "How the arithmetic is arranged",
                Compute,
                e => e.Compute,
                (e, v) => e with { Compute = v })
            .Optional(
                "communication",
                "How residuals travel",
                CommunicationForm.Form,
                e => e.Communication,
                (e, v) => e with { Communication = v });
}
