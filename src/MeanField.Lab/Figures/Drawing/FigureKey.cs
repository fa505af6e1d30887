using SkiaSharp;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>Draws a figure's key: a row of samples and names.</summary>
internal static class FigureKey
{
    public const int Height = 36;

    private const float Left = 68;
    private const float Baseline = 22;
    private const float SampleWidth = 22;
    private const float Gap = 6;
    private const float Between = 20;

    public static void Draw(SKCanvas canvas, IEnumerable<KeyEntry> entries)
    {
        using var typeface = FigureFont.Load();
        using var font = new SKFont(typeface, 16);
        using var ink = new SKPaint { Color = FigureColors.Ink.ToSKColor(), IsAntialias = true };
        var x = Left;
        foreach (var entry in entries)
        {
            Sample(canvas, entry, x, Baseline - 5);
            canvas.DrawText(entry.Label, x + SampleWidth + Gap, Baseline, SKTextAlign.Left, font, ink);
            x += SampleWidth + Gap + font.MeasureText(entry.Label) + Between;
        }
    }

    private static void Sample(SKCanvas canvas, KeyEntry entry, float x, float y)
    {
        using var paint = new SKPaint { IsAntialias = true, StrokeWidth = 2 };
        paint.Color = entry.Color.ToSKColor();
        var middle = x + SampleWidth / 2;
        switch (entry.Mark)
        {
            case KeyMark.Line:
                canvas.DrawLine(x, y, x + SampleWidth, y, paint);
                break;
            case KeyMark.Dots:
                canvas.DrawCircle(middle, y, 3.5f, paint);
                break;
            case KeyMark.HollowDots:
                paint.Style = SKPaintStyle.Stroke;
                canvas.DrawCircle(middle, y, 3.5f, paint);
                break;
            case KeyMark.Band:
                paint.Color = entry.Color.WithAlpha(.25).ToSKColor();
                canvas.DrawRect(x, y - 6, SampleWidth, 12, paint);
                break;
            case KeyMark.Arrow:
                canvas.DrawLine(x, y, x + SampleWidth, y, paint);
                canvas.DrawLine(x + SampleWidth, y, x + SampleWidth - 7, y - 4, paint);
                canvas.DrawLine(x + SampleWidth, y, x + SampleWidth - 7, y + 4, paint);
                break;
        }
    }
}
