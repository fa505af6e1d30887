using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

/// <summary>Conditions on whatever must have as many coordinates as x.</summary>
internal static class DimensionConsistency
{
    public static void Check(ExperimentSpec spec, DataDimension dimension, Cursor at)
    {
        WeightsFit(spec.Network.Weights.Initial, dimension, at);
        TestFunctionsFit(spec.Observe.TestFunctions, dimension, at);
    }

    private static void WeightsFit(WeightLaw law, DataDimension dimension, Cursor at)
    {
        const string path = "network.weights.initial";
        if (!at.AreClean(path))
            return;
        if (law is FixedWeights @fixed)
            Common.RequireCount(at, $"{path}.value", @fixed.Value.Count, dimension.Value, dimension.Path);
        if (law is not RowWeights rows)
            return;
        for (var i = 0; i < rows.Values.Count; i++)
        {
            var row = $"{path}.values[{i}]";
            Common.RequireCount(at, row, rows.Values[i].Count, dimension.Value, dimension.Path);
        }
    }

    private static void TestFunctionsFit(
        EquatableList<TestFunctionSpec> functions, DataDimension dimension, Cursor at)
    {
        for (var i = 0; i < functions.Count; i++)
        {
            var (path, of) = ($"observe.testFunctions[{i}].of", functions[i].Of);
            var weight = of is ['w', >= '0' and <= '9', ..] ? int.Parse(of.AsSpan(1)) : 0;
            if (at.AreClean(path) && weight > dimension.Value)
                at.Refuse(path, $"must be a weight up to w{dimension.Value} ({dimension.Path}), is {of}");
        }
    }
}
