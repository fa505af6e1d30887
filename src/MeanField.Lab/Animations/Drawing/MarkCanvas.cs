using SkiaSharp;

namespace MeanField.Lab.Animations.Drawing;

/// <summary>Draws marks into an image.</summary>
internal sealed class MarkCanvas(SKCanvas canvas, SKFont font)
{
    public void Draw(IEnumerable<Mark> marks)
    {
        foreach (var mark in marks)
            Draw(mark);
    }

    private void Draw(Mark mark)
    {
        using var paint = new SKPaint { IsAntialias = true };
        switch (mark)
        {
            case FillMark fill:
                paint.Color = fill.Color.ToSKColor();
                Path(fill.Path, paint);
                break;
            case StrokeMark stroke:
                paint.Color = stroke.Color.ToSKColor();
                paint.Style = SKPaintStyle.Stroke;
                paint.StrokeWidth = stroke.Width;
                paint.StrokeCap = SKStrokeCap.Round;
                paint.StrokeJoin = SKStrokeJoin.Round;
                Path(stroke.Path, paint);
                break;
            case TextMark text:
                font.Size = text.Size;
                paint.Color = text.Color.ToSKColor();
                canvas.DrawText(text.Text, text.X, text.Y, SKTextAlign.Left, font, paint);
                break;
            case PictureMark picture:
                Picture(picture);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(mark), mark, "an unknown mark");
        }
    }

    private void Path(string data, SKPaint paint)
    {
        using var path = SKPath.ParseSvgPathData(data);
        canvas.DrawPath(path, paint);
    }

    private void Picture(PictureMark picture)
    {
        using var image = SKImage.FromEncodedData(picture.Png);
        var place = picture.Place;
        canvas.DrawImage(
            image,
            SKRect.Create(place.Left, place.Top, place.Width, place.Height),
            new SKSamplingOptions(SKFilterMode.Linear));
    }
}
