using System.Collections.Immutable;
using MeanField.Lab.Studies.Chaos;
using MeanField.Lab.Studies.Exact;
using MeanField.Lab.Studies.FixedPoints;
using MeanField.Lab.Studies.Noiseless;
using MeanField.Lab.Studies.Noisy;
using MeanField.Lab.Studies.TwoGaussians;

namespace MeanField.Lab.Studies;

/// <summary>Every claim that is measured, in the order in which one reads them.</summary>
public static class Claims
{
    public static ImmutableArray<ClaimFamily> Families { get; } =
    [
        new(
            "Exact solutions",
            [new RiskExpansion(), new LinearLmsRecursion(), new QuadraticMoments(), new Invariants()]),
        new(
            "Noiseless dynamics",
            [
                new WidthFluctuations(), new StepFluctuations(), new StartBias(), new WidthBias(),
                new StepBias(), new SupOverTime(), new DimensionFree(),
                new HorizonGrowth(),
            ]),
        new(
            "Propagation of chaos",
            [new CouplingInWidth(), new CouplingInStep(), new CouplingSplit(), new Concentration()]),
        new(
            "Noisy dynamics",
            [new NoiseFactor(), new GibbsFixedPoint(), new RateInWidth(), new RiskInTemperature()]),
        new("Fixed points", [new StationarySupport(), new PointMassRate(), new FlatPoint()]),
        new(
            "Two Gaussians",
            [
                new CriticalSeparation(), new RiskInSeparation(), new SnapshotHistograms(),
                new FailingStart(), new AnisotropicLimit(),
            ]),
    ];

    public static ImmutableArray<Claim> All { get; } = [.. Families.SelectMany(family => family.Claims)];

    /// <summary>Null where no claim is called so.</summary>
    public static Claim? Find(string name) => All.FirstOrDefault(claim => claim.Name == name);
}
