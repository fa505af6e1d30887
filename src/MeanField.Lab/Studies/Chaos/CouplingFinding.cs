using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Statistics;

namespace MeanField.Lab.Studies.Chaos;

/// <summary>The distance to the nonlinear twins against one of the sizes that it depends on.</summary>
internal static class CouplingFinding
{
    public static Finding Of(
        Claim claim, string size, double[] sizes, double[][] samples, double exponent, double tolerance)
    {
        var means = samples.Select(draws => Estimate.OfMean(draws)).ToArray();
        var chart = PowerLawChart.New()
            .Slope(sizes, [.. means.Select(mean => mean.Value)], exponent, FigureColors.Theory)
            .Measured(sizes, means, FigureColors.Observed)
            .Label(size, "largest distance");
        return new()
        {
            Checks =
            [
                new(
                    $"exponent in {size.Split(' ')[^1]} of max sup |θ − θ̄|",
                    PowerLaw.Exponent(sizes, samples, draws => draws.Average()),
                    Expectation.Near(exponent, tolerance)),
            ],
            Figures =
            [
                StudyFigure.Of(
                    claim.Name, $"The furthest neuron from its nonlinear twin, against the {size}",
                    "Dots: largest distance over neurons and times, mean over seeds, with intervals. "
                    + $"Dashed: slope {FigureNumber.Text(exponent)}.",
                    chart,
                    new("max sup |θ − θ̄|", FigureColors.Observed, KeyMark.Dots),
                    new(exponent < 0 ? "1/√N" : "√ε", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    claim.Name, [exponent < 0 ? "particles" : "stepSize", "seed", "largestDistance"],
                    sizes.SelectMany((s, i) =>
                        samples[i].Select((distance, r) => (double[])[s, r + 1, distance]))),
            ],
        };
    }
}
