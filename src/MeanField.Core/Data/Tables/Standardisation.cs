using MeanField.Core.Numerics;
using MeanField.Core.Specification;

namespace MeanField.Core.Data.Tables;

/// <summary>Shifts and scales every feature to mean 0 and variance 1 over the training rows.</summary>
internal static class Standardisation
{
    /// <exception cref="SpecificationException">A feature is constant over the training rows.</exception>
    public static void Apply(RegressionTable table, ReadOnlySpan<int> trainingRows)
    {
        var faults = new List<Fault>();
        for (var feature = 0; feature < table.Dimension; feature++)
        {
            var mean = Mean(table, trainingRows, feature, 0, squared: false);
            var deviation = Math.Sqrt(Mean(table, trainingRows, feature, mean, squared: true));
            if (deviation == 0)
                faults.Add(Constant(table, feature, mean));
            for (var place = feature; place < table.Inputs.Length; place += table.Dimension)
                table.Inputs[place] = (table.Inputs[place] - mean) / deviation;
        }
        if (faults.Count > 0)
            throw new SpecificationException(faults);
    }

    private static double Mean(
        RegressionTable table, ReadOnlySpan<int> rows, int feature, double shift, bool squared)
    {
        var sum = new ExactSum();
        foreach (var row in rows)
        {
            var value = table.Input(row)[feature] - shift;
            sum.Add(squared ? value * value : value);
        }
        return sum.Round() / rows.Length;
    }

    private static Fault Constant(RegressionTable table, int feature, double value)
    {
        FormattableString message =
            $"is '{table.Features[feature]}', which is {value} in every training row: it has no variance";
        return new Fault($"data.features[{feature}]", FormattableString.Invariant(message));
    }
}
