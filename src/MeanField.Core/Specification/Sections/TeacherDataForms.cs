using System.Text.Json.Nodes;
using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

/// <summary>Gaussian (or spherical) inputs with a known function as target.</summary>
internal static class TeacherDataForms
{
    public static readonly ObjectForm<LinearTeacherData> Linear =
        new ObjectForm<LinearTeacherData>(new(1, null, 0)) { Kind = "linearTeacher", Check = TeacherFits }
            .Required(
                "dimension",
                "d",
                Common.Dimension,
                d => d.Dimension,
                (d, v) => d with { Dimension = v })
            .Optional(
                "teacher",
                "θ*: y = ⟨θ*, x⟩ + noise · g; \"unit\" is the first unit vector",
                new UnitOrVectorForm(),
                d => d.Teacher,
                (d, v) => d with { Teacher = v })
            .Optional(
                "noise",
                "Standard deviation of the noise in y",
                NumberForm.NonNegative,
                d => d.Noise,
                (d, v) => d with { Noise = v });

    public static readonly ObjectForm<QuadraticTeacherData> Quadratic =
        new ObjectForm<QuadraticTeacherData>(new([], false)) { Kind = "quadraticTeacher" }
            .Required(
                "diagonal",
                "B = diag(…): y = xᵀBx",
                new ListForm<double>(NumberForm.Any, $"a list of 1 to {Common.LargestDimension} numbers")
                {
                    AtLeast = 1,
                    AtMost = Common.LargestDimension,
                },
                d => d.Diagonal,
                (d, v) => d with { Diagonal = v })
            .Optional(
                "centered",
                "Subtract tr B",
                BooleanForm.Instance,
                d => d.Centered,
                (d, v) => d with { Centered = v });

    public static readonly ObjectForm<NeuralTeacherData> Neural =
        new ObjectForm<NeuralTeacherData>(new(1, new LinearActivation(), [], [], 0, InputLaw.Gaussian))
        {
            Kind = "neuralTeacher",
            Check = NeuronsFit,
        }
            .Required(
                "dimension",
                "d",
                Common.Dimension,
                d => d.Dimension,
                (d, v) => d with { Dimension = v })
            .Required(
                "activation",
                "The teacher's σ",
                ActivationForm.Form,
                d => d.Activation,
                (d, v) => d with { Activation = v })
            .Required(
                "weights",
                "A row of d numbers per neuron",
                Common.Matrix,
                d => d.Weights,
                (d, v) => d with { Weights = v })
            .Required(
                "amplitudes",
                "A number per neuron",
                Common.Vector,
                d => d.Amplitudes,
                (d, v) => d with { Amplitudes = v })
            .Optional(
                "noise",
                "Standard deviation of the noise in y",
                NumberForm.NonNegative,
                d => d.Noise,
                (d, v) => d with { Noise = v })
            .Optional(
                "input",
                "gaussian: N(0, I); sphere: uniform on the sphere of radius √d",
                new ChoiceForm<InputLaw>(),
                d => d.Input,
                (d, v) => d with { Input = v });

    private static void TeacherFits(LinearTeacherData data, Cursor at)
    {
        if (data.Teacher is { } teacher && at.AreClean("dimension", "teacher"))
            Common.RequireCount(at, "teacher", teacher.Count, data.Dimension, "data.dimension");
    }

    private static void NeuronsFit(NeuralTeacherData data, Cursor at)
    {
        for (var m = 0; m < data.Weights.Count && at.AreClean("dimension"); m++)
        {
            var path = $"weights[{m}]";
            if (at.AreClean(path))
                Common.RequireCount(at, path, data.Weights[m].Count, data.Dimension, "data.dimension");
        }

        if (at.AreClean("amplitudes") && at.Node?["weights"] is JsonArray weights)
            Common.RequireCount(at, "amplitudes", data.Amplitudes.Count, weights.Count, "data.weights");
    }
}
