using System.Text.Json.Nodes;
using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

/// <summary>Laws on finitely many points, listed or in a file.</summary>
internal static class FiniteDataForms
{
    private static readonly ListForm<EquatableList<int>> Monomials =
        new(new ListForm<int>(new IntegerForm<int>(0, Common.LargestDimension - 1), "a list of coordinates"),
            "a list of lists of coordinates, at least 1")
        { AtLeast = 1 };

    private static readonly TextForm Column =
        new("the name of a column (or its index)", "^.+$") { OrIndex = true };

    private static readonly ListForm<string> Columns =
        new(Column, "a list of names of columns, at least 1") { AtLeast = 1 };

    public static readonly ObjectForm<HypercubeData> Hypercube =
        new ObjectForm<HypercubeData>(new(1, [], [])) { Kind = "hypercube", Check = MonomialsFit }
            .Required(
                "dimension",
                "d; x is uniform on {±1}^d",
                Common.Dimension,
                d => d.Dimension,
                (d, v) => d with { Dimension = v })
            .Required(
                "monomials",
                "Lists of zero-based coordinates: y = Σ_m coefficients[m] Π_{i ∈ monomials[m]} x_i",
                Monomials,
                d => d.Monomials,
                (d, v) => d with { Monomials = v })
            .Required(
                "coefficients",
                "A number per monomial",
                Common.Vector,
                d => d.Coefficients,
                (d, v) => d with { Coefficients = v });

    public static readonly ObjectForm<ConstantData> Constant =
        new ObjectForm<ConstantData>(new([], 0)) { Kind = "constant" }
            .Required("x", "The only input", Common.Vector, d => d.X, (d, v) => d with { X = v })
            .Required("y", "Its target", NumberForm.Any, d => d.Y, (d, v) => d with { Y = v });

    public static readonly ObjectForm<FileData> File =
        new ObjectForm<FileData>(new("", "", null, false, 0.2)) { Kind = "file", Check = ColumnsDiffer }
            .Required(
                "path",
                "A CSV file with a header row, or a .npy table; relative to this file",
                new TextForm("the path of a file", "^.+$"),
                d => d.Path,
                (d, v) => d with { Path = v })
            .Required(
                "target",
                "The column regressed on; an index in a .npy table",
                Column,
                d => d.Target,
                (d, v) => d with { Target = v })
            .Optional(
                "features",
                "Columns; null: all the others",
                new OrNull<Names>(Columns),
                d => d.Features,
                (d, v) => d with { Features = v })
            .Optional(
                "standardize",
                "Shift and scale each feature to mean 0 and variance 1 over the training rows",
                BooleanForm.Instance,
                d => d.Standardize,
                (d, v) => d with { Standardize = v })
            .Optional(
                "holdout",
                "The fraction of rows that the risk is measured on",
                new NumberForm("a number above 0 and below 1") { Above = 0, Below = 1 },
                d => d.Holdout,
                (d, v) => d with { Holdout = v })
            .Optional(
                "sha256",
                "Of the file, lower-case hexadecimal; a file that differs is refused",
                new OrNull<string>(new TextForm("64 lower-case hexadecimal digits", "^[0-9a-f]{64}$")),
                d => d.Sha256,
                (d, v) => d with { Sha256 = v });

    private static void MonomialsFit(HypercubeData data, Cursor at)
    {
        for (var m = 0; m < data.Monomials.Count; m++)
        {
            if (at.AreClean($"monomials[{m}]"))
                MonomialFits(data.Monomials[m], at.AreClean("dimension") ? data.Dimension : null, m, at);
        }

        if (at.AreClean("coefficients") && at.Node?["monomials"] is JsonArray monomials)
        {
            Common.RequireCount(
                at, "coefficients", data.Coefficients.Count, monomials.Count, "data.monomials");
        }
    }

    private static void MonomialFits(EquatableList<int> monomial, int? dimension, int m, Cursor at)
    {
        for (var i = 0; i < monomial.Count; i++)
        {
            var path = $"monomials[{m}][{i}]";
            if (monomial[i] >= dimension)
                at.Refuse(path, $"must be below data.dimension ({dimension}), is {monomial[i]}");
            if (monomial.Take(i).Contains(monomial[i]))
                at.Refuse(path, $"must differ from those before it, is {monomial[i]} again");
        }
    }

    private static void ColumnsDiffer(FileData data, Cursor at)
    {
        for (var i = 0; i < data.Features?.Count; i++)
        {
            var (feature, path) = (data.Features[i], $"features[{i}]");
            if (!at.AreClean(path))
                continue;
            if (data.Features.Take(i).Contains(feature))
                at.Refuse(path, $"must differ from those before it, is {Phrase.Quote(feature)} again");
            if (at.AreClean("target") && feature == data.Target)
                at.Refuse(path, $"must differ from the target, is {Phrase.Quote(feature)}");
        }
    }
}
