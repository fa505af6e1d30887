using SkiaSharp;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>Draws a figure's key: a row of samples and names, smaller where it would not fit.</summary>
internal static class FigureKey
{
    public const int Height = 36;

    private const float Left = 68;
    private const float Right = Figure.StandardWidth - 8;
    private const float Baseline = 22;
    private const float FontSize = 16;
    private const float SampleWidth = 24;
    private const float Gap = 7;
    private const float Between = 24;

    public static void Draw(SKCanvas canvas, IReadOnlyCollection<KeyEntry> entries)
    {
        using var typeface = FigureFont.Load();
        using var font = new SKFont(typeface, FontSize);
        using var ink = new SKPaint { Color = FigureColors.Ink.ToSKColor(), IsAntialias = true };
        canvas.Save();
        canvas.Translate(Left, Baseline);
        canvas.Scale(Math.Min(1, (Right - Left) / entries.Sum(entry => Width(entry, font))));
        foreach (var entry in entries)
        {
            Sample(canvas, entry);
            canvas.DrawText(entry.Label, SampleWidth + Gap, 0, SKTextAlign.Left, font, ink);
            canvas.Translate(Width(entry, font), 0);
        }
        canvas.Restore();
    }

    private static float Width(KeyEntry entry, SKFont font) =>
        SampleWidth + Gap + font.MeasureText(entry.Label) + Between;

    private static void Sample(SKCanvas canvas, KeyEntry entry)
    {
        const float Middle = SampleWidth / 2, Line = -5;
        using var paint = new SKPaint { IsAntialias = true, StrokeWidth = 2 };
        paint.Color = entry.Color.ToSKColor();
        switch (entry.Mark)
        {
            case KeyMark.Line:
                canvas.DrawLine(0, Line, SampleWidth, Line, paint);
                break;
            case KeyMark.Dots:
                canvas.DrawCircle(Middle, Line, 3.5f, paint);
                break;
            case KeyMark.HollowDots:
                paint.Style = SKPaintStyle.Stroke;
                canvas.DrawCircle(Middle, Line, 3.5f, paint);
                break;
            case KeyMark.Band:
                paint.Color = entry.Color.WithAlpha(.25).ToSKColor();
                canvas.DrawRect(0, Line - 6, SampleWidth, 12, paint);
                break;
            case KeyMark.Arrow:
                canvas.DrawLine(0, Line, SampleWidth, Line, paint);
                canvas.DrawLine(SampleWidth, Line, SampleWidth - 7, Line - 4, paint);
                canvas.DrawLine(SampleWidth, Line, SampleWidth - 7, Line + 4, paint);
                break;
        }
    }
}
