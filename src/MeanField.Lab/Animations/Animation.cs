using System.Collections.Immutable;
using MeanField.Lab.Animations.Drawing;
using MeanField.Lab.Figures.Drawing;

namespace MeanField.Lab.Animations;

/// <summary>
/// Pictures of a run one after another, on a common backdrop. Each shows what was computed; nothing is made
/// up between them.
/// </summary>
public sealed record Animation
{
    /// <summary>Of a figure's width, so that it fills a slide of 16:9.</summary>
    public const int Height = 360;

    /// <summary>What stands still: the axes. Its name, title and caption are the animation's.</summary>
    public required Figure Backdrop { get; init; }

    /// <summary>The files' name, without extension.</summary>
    public string Name => Backdrop.Name;

    public string Title => Backdrop.Title;

    /// <summary>How to read it.</summary>
    public string Caption => Backdrop.Caption;

    /// <summary>What else stands still, under the frames.</summary>
    public ImmutableArray<Mark> Ground { get; init; } = [];

    public required ImmutableArray<Frame> Frames { get; init; }

    /// <summary>The frame that stands for all where nothing moves, as on paper.</summary>
    public required int Poster { get; init; }

    /// <summary>The frames that are worth a picture of their own.</summary>
    public required ImmutableArray<int> Stills { get; init; }

    /// <summary>At most so many of a number of frames, evenly, the first and the last among them.</summary>
    internal static ImmutableArray<int> Evenly(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(i => (int)Math.Round(i * (count - 1) / (most - 1.0)))];
}
