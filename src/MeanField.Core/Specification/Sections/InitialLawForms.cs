using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

/// <summary>The laws of the particles at the start.</summary>
internal static class InitialLawForms
{
    public static readonly KindForm<WeightLaw> Weights = new KindForm<WeightLaw>("a law of the weights")
        .Or(new ObjectForm<GaussianWeights>(new(1)) { Kind = "gaussian" }
            .Optional(
                "scale",
                "w ~ N(0, scale²/d · I)",
                NumberForm.NonNegative,
                l => l.Scale,
                (l, v) => new(v)))
        .Or(new ObjectForm<SphereWeights>(new(1)) { Kind = "uniformSphere" }
            .Optional("radius", "|w|", NumberForm.NonNegative, l => l.Radius, (l, v) => new(v)))
        .Or(new ObjectForm<FixedWeights>(new([])) { Kind = "fixed" }
            .Required("value", "Every w, d numbers", Common.Vector, l => l.Value, (l, v) => new(v)))
        .Or(new ObjectForm<RowWeights>(new([])) { Kind = "rows" }
            .Required("values", "N rows of d numbers", Common.Matrix, l => l.Values, (l, v) => new(v)));

    public static readonly KindForm<ScalarLaw> Scalar = new KindForm<ScalarLaw>("a law of a scalar")
        .Or(new ObjectForm<ConstantScalar>(new(0)) { Kind = "constant" }
            .Required("value", "The same for every particle", NumberForm.Any, l => l.Value, (l, v) => new(v)))
        .Or(new ObjectForm<GaussianScalar>(new(1)) { Kind = "gaussian" }
            .Optional("scale", "N(0, scale²)", NumberForm.NonNegative, l => l.Scale, (l, v) => new(v)))
        .Or(new ObjectForm<UniformScalar>(new(0, 1)) { Kind = "uniform", Check = EndsAscend }
            .Required("low", "Lower end", NumberForm.Any, l => l.Low, (l, v) => l with { Low = v })
            .Required("high", "Upper end", NumberForm.Any, l => l.High, (l, v) => l with { High = v }))
        .Or(new ObjectForm<ListedScalar>(new([])) { Kind = "values" }
            .Required("values", "One number per particle", Common.Vector, l => l.Values, (l, v) => new(v)));

    private static void EndsAscend(UniformScalar law, Cursor at)
    {
        if (at.AreClean("low", "high") && law.High < law.Low)
            at.Refuse("high", $"must be at least low ({Phrase.Of(law.Low)}), is {Phrase.Of(law.High)}");
    }
}
