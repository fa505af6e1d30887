using ScottPlot;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>
/// Few colours, each with one meaning in every figure, told apart by the colour-blind and in print.
/// </summary>
public static class FigureColors
{
    /// <summary>What was simulated.</summary>
    public static readonly Color Observed = Color.FromHex("#20639B");

    /// <summary>The infinite-width limit.</summary>
    public static readonly Color Theory = Color.FromHex("#D1462F");

    /// <summary>What is known exactly of the simulated network.</summary>
    public static readonly Color Exact = Color.FromHex("#3C8D7B");

    public static readonly Color Ink = Color.FromHex("#222222");

    public static readonly Color Axis = Color.FromHex("#555555");

    public static readonly Color Grid = Color.FromHex("#E6E6E6");

    /// <summary>The external field −∇V, blue as in the talk.</summary>
    public static readonly Color External = Color.FromHex("#20639B");

    /// <summary>The interaction −∇∫U dρ, red as in the talk.</summary>
    public static readonly Color Interaction = Color.FromHex("#D1462F");

    private static readonly Color[] Ramp =
        [.. new[] { "#173F5F", "#20639B", "#3C8D7B", "#9BB14C", "#F2B134", "#E8743B" }.Select(Color.FromHex)];

    /// <summary>A colour for a rank in 0…1, from dark blue to orange.</summary>
    public static Color Along(double rank)
    {
        var place = Math.Clamp(rank, 0, 1) * (Ramp.Length - 1);
        var below = Math.Min((int)place, Ramp.Length - 2);
        return Ramp[below].InterpolateRgb(Ramp[below + 1], place - below);
    }
}
