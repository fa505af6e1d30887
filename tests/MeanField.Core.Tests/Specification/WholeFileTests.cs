using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

public sealed class WholeFileTests
{
    private const string WholeFile =
        """
        {
          "name": "isotropic-gaussians",
          "seed": 1,
          "network": {
            "particles": 800,
            "activation": { "kind": "piecewiseLinear", "knots": [[0.5, -2.5], [1.5, 7.5]] },
            "weights":   { "initial": { "kind": "gaussian", "scale": 0.8 } },
            "amplitude": { "trained": false, "initial": { "kind": "constant", "value": 1 } },
            "bias":      { "trained": false, "initial": { "kind": "constant", "value": 0 } },
            "outputScale": 1,
            "scaling": "meanField"
          },
          "data": { "kind": "isotropicGaussians", "dimension": 40, "separation": 0.8 },
          "training": {
            "stepSize": 1e-6,
            "schedule": { "kind": "constant", "value": 1 },
            "horizon": 10,
            "batch": 1,
            "rates": { "weights": 1, "amplitude": 1, "bias": 1 },
            "gradientFactor": 2,
            "weightDecay": 0,
            "inverseTemperature": null,
            "noise": "pdeConsistent",
          },
          "observe": { "times": [0, 0.1, 1, 10], "testSamples": 10000,
            "histogram": { "of": "weightNorm", "bins": 60 }, "track": 32 },
          "compute": { "precision": "double", "window": 8, "leaf": 256 },
          "communication": { "strategy": "exact" }
        }
        """;

    [Fact]
    public void Every_member_of_the_file_reaches_the_specification()
    {
        var expected = new ExperimentSpec
        {
            Name = "isotropic-gaussians",
            Network = new()
            {
                Particles = 800,
                Activation = new PiecewiseLinearActivation([[0.5, -2.5], [1.5, 7.5]]),
                Weights = new() { Initial = new GaussianWeights(0.8) },
            },
            Data = new IsotropicGaussiansData(40, 0.8),
            Training = new() { StepSize = 1e-6, Horizon = 10 },
            Observe = new()
            {
                Times = [0, 0.1, 1, 10],
                Histogram = new(HistogramQuantity.WeightNorm, 60),
                Track = 32,
            },
        };

        Assert.Equal(expected, SpecificationJson.Parse(WholeFile, null, null));
    }
}
