using ScottPlot;
using SkiaSharp;

namespace MeanField.Lab.Animations.Fields;

/// <summary>Blue below 0, white at 0, orange above: numbers as pixels.</summary>
internal static class HeatColors
{
    private static readonly Color Low = Color.FromHex("#4F8DC0");
    private static readonly Color High = Color.FromHex("#EE9A62");

    /// <param name="value">In −1…1; what is beyond is as at the ends.</param>
    public static Color Of(double value)
    {
        var part = Math.Clamp(Math.Abs(value), 0, 1);
        return Colors.White.InterpolateRgb(value < 0 ? Low : High, part);
    }

    /// <summary>Row by row from the top.</summary>
    public static byte[] Png(double[] values, int width)
    {
        using var bitmap = new SKBitmap(
            new SKImageInfo(width, values.Length / width, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Pixels = [.. values.Select(value => Of(value).ToSKColor())];
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
