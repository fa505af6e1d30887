using System.Collections.Immutable;
using MeanField.Lab.Studies.Exact;

namespace MeanField.Lab.Studies;

/// <summary>Every claim that is measured, in the order in which one reads them.</summary>
public static class Claims
{
    public static ImmutableArray<ClaimFamily> Families { get; } =
    [
        new("Exact solutions", [new RiskExpansion(), new LinearLmsRecursion(), new QuadraticMoments(), new Invariants()]),
    ];

    public static ImmutableArray<Claim> All { get; } = [.. Families.SelectMany(family => family.Claims)];

    /// <summary>Null where no claim is called so.</summary>
    public static Claim? Find(string name) => All.FirstOrDefault(claim => claim.Name == name);
}
