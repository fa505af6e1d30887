using System.Xml.Linq;
using ScottPlot;
using SkiaSharp;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>A figure as bytes: SVG with letters as outlines, or PNG at twice the size.</summary>
public static class FigureImage
{
    private const int PngScale = 2;

    private static readonly Lock Drawing = new();

    public static byte[] Png(Figure figure)
    {
        var info = new SKImageInfo(PngScale * figure.Width, PngScale * figure.Height);
        using var surface = SKSurface.Create(info);
        surface.Canvas.Scale(PngScale);
        Draw(figure, surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    public static XElement Svg(Figure figure) => Svg(figure, figure.Name, []);

    /// <summary>With more over it, the text of which becomes outlines too.</summary>
    /// <param name="figure">What lies below.</param>
    /// <param name="prefix">Begins the identifiers.</param>
    /// <param name="overlay">Elements in the figure's pixels.</param>
    public static XElement Svg(Figure figure, string prefix, IEnumerable<XElement> overlay)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(figure.Width, figure.Height), stream))
            Draw(figure, canvas);
        stream.Position = 0;
        var svg = XElement.Load(stream);
        svg.SetAttributeValue("viewBox", FormattableString.Invariant($"0 0 {figure.Width} {figure.Height}"));
        svg.Add(overlay);
        SvgOutlines.Replace(svg, prefix);
        return svg;
    }

    /// <summary>One at a time: the plotting library keeps its fonts in common.</summary>
    internal static void Draw(Figure figure, SKCanvas canvas)
    {
        lock (Drawing)
        {
            canvas.Clear(SKColors.White);
            foreach (var panel in figure.Panels)
                panel.Plot.Render(canvas, panel.Place.WithOffset(new PixelOffset(0, figure.Top)));
            FigureKey.Draw(canvas, figure.Key);
        }
    }
}
