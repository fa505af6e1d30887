using System.Collections.Immutable;
using ScottPlot;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>A picture of one or more panels, ready to be drawn.</summary>
public sealed record Figure
{
    public const int StandardWidth = 640;

    /// <summary>The file's name, without extension.</summary>
    public required string Name { get; init; }

    /// <summary>What is seen, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>How to read it, in a sentence or two.</summary>
    public required string Caption { get; init; }

    public int Width { get; init; } = StandardWidth;

    /// <summary>Of the panels, without the key.</summary>
    public required int PanelHeight { get; init; }

    public int Height => PanelHeight + Top;

    /// <summary>Where the panels begin: under the key, if there is one.</summary>
    public int Top => Key.IsEmpty ? 0 : FigureKey.Height;

    public required ImmutableArray<Panel> Panels { get; init; }

    /// <summary>What the marks mean, above the panels, where it hides nothing.</summary>
    public ImmutableArray<KeyEntry> Key { get; init; } = [];
}

/// <summary>A plot and its place under the key, in pixels.</summary>
public sealed record Panel(Plot Plot, PixelRect Place);

/// <summary>One line of a figure's key.</summary>
public sealed record KeyEntry(string Label, Color Color, KeyMark Mark);

public enum KeyMark
{
    Line,
    Dots,
    HollowDots,
    Band,
    Arrow,
}
