using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

internal static class TestFunctionForm
{
    /// <summary>The columns that a trajectory may have of itself.</summary>
    private static readonly string[] BuiltInColumns =
    [
        "step", "time", "risk", "riskStandardError", "exactRisk",
        "weightNormMean", "weightNormSquaredMean", "weightNormVariance",
        "amplitudeMean", "amplitudeSquaredMean", "biasMean", "biasSquaredMean",
        "overlapMean", "overlapMaximum",
    ];

    private static readonly ObjectForm<TestFunctionSpec> Form =
        new ObjectForm<TestFunctionSpec>(new("", TestFunctionKind.Tanh, "", 1))
            .Required(
                "name",
                "The column in the trajectory",
                new TextForm("a name of letters, digits and _", "^[A-Za-z_][A-Za-z0-9_]*$"),
                f => f.Name,
                (f, v) => f with { Name = v })
            .Required(
                "kind",
                "The function of z = scale · coordinate; gaussian: exp(−z²/2)",
                new ChoiceForm<TestFunctionKind>(),
                f => f.Kind,
                (f, v) => f with { Kind = v })
            .Required(
                "of",
                "The coordinate",
                new TextForm("weightNorm, a, b, w1, w2, …", "^(weightNorm|a|b|w[1-9][0-9]{0,4})$"),
                f => f.Of,
                (f, v) => f with { Of = v })
            .Optional(
                "scale",
                "The factor in front of the coordinate",
                NumberForm.Any,
                f => f.Scale,
                (f, v) => f with { Scale = v });

    public static readonly ListForm<TestFunctionSpec> List =
        new(Form, "a list of test functions") { Check = NamesDiffer };

    private static void NamesDiffer(EquatableList<TestFunctionSpec> functions, Cursor at)
    {
        for (var i = 0; i < functions.Count; i++)
        {
            var here = at.Element(i, null);
            if (!here.AreClean("name"))
                continue;
            var name = functions[i].Name;
            if (BuiltInColumns.Contains(name, StringComparer.OrdinalIgnoreCase))
                here.Refuse("name", $"must not be a column of the trajectory's own, is {Phrase.Quote(name)}");
            var before = functions.Take(i).Select(function => function.Name);
            if (before.Contains(name, StringComparer.OrdinalIgnoreCase))
                here.Refuse("name", $"must differ from those before it, is {Phrase.Quote(name)} again");
        }
    }
}
