using ScottPlot;

namespace MeanField.Lab.Animations.Drawing;

/// <summary>Something drawn over a figure, in its pixels: the same in a page and in an image.</summary>
public abstract record Mark;

/// <summary>A filled area.</summary>
/// <param name="Path">In the language of SVG paths.</param>
/// <param name="Color">With its opacity.</param>
public sealed record FillMark(string Path, Color Color) : Mark;

/// <summary>A line with round ends; one of length 0 is a dot.</summary>
public sealed record StrokeMark(string Path, Color Color, float Width) : Mark;

/// <summary>One line of text, by the left end of its base line.</summary>
public sealed record TextMark(string Text, float X, float Y, float Size, Color Color) : Mark;

/// <summary>A small picture, smoothed to the size of the place.</summary>
/// <param name="Png">The picture.</param>
/// <param name="Place">Where to.</param>
public sealed record PictureMark(byte[] Png, PixelRect Place) : Mark;
