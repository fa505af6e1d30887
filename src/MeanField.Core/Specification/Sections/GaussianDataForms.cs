using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

/// <summary>Two centred Gaussians of different width, to be told apart.</summary>
internal static class GaussianDataForms
{
    private static readonly NumberForm Separation =
        new("a number from 0 to below 1") { AtLeast = 0, Below = 1 };

    public static readonly ObjectForm<IsotropicGaussiansData> Isotropic =
        new ObjectForm<IsotropicGaussiansData>(new(1, 0)) { Kind = "isotropicGaussians" }
            .Required(
                "dimension",
                "d",
                Common.Dimension,
                d => d.Dimension,
                (d, v) => d with { Dimension = v })
            .Required(
                "separation",
                "Δ: y = ±1, x | y ~ N(0, (1 ± Δ)² I)",
                Separation,
                d => d.Separation,
                (d, v) => d with { Separation = v });

    public static readonly ObjectForm<AnisotropicGaussiansData> Anisotropic =
        new ObjectForm<AnisotropicGaussiansData>(new(1, 0, 1))
        {
            Kind = "anisotropicGaussians",
            Check = SignalFits,
        }
            .Required(
                "dimension",
                "d",
                Common.Dimension,
                d => d.Dimension,
                (d, v) => d with { Dimension = v })
            .Required(
                "separation",
                "Δ: x | y has variance (1 ± Δ)² on the signal's coordinates, 1 on the rest",
                Separation,
                d => d.Separation,
                (d, v) => d with { Separation = v })
            .Required(
                "signalDimension",
                "s₀, the number of coordinates (the first ones) that tell the classes apart",
                Common.Dimension,
                d => d.SignalDimension,
                (d, v) => d with { SignalDimension = v });

    private static void SignalFits(AnisotropicGaussiansData data, Cursor at)
    {
        if (at.AreClean("dimension", "signalDimension") && data.SignalDimension > data.Dimension)
        {
            at.Refuse("signalDimension", $"must be at most data.dimension ({data.Dimension}), "
                + $"is {data.SignalDimension}");
        }
    }
}
