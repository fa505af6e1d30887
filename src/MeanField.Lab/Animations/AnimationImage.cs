using System.Globalization;
using System.Xml.Linq;
using MeanField.Lab.Animations.Drawing;
using MeanField.Lab.Figures.Drawing;
using SkiaSharp;

namespace MeanField.Lab.Animations;

/// <summary>An animation as one SVG whose frames lie on one another, or its stills as PNG.</summary>
public static class AnimationImage
{
    /// <summary>Of the groups that are frames.</summary>
    public const string FrameClass = "frame";

    // 1920 × 1080, a slide in full
    private const int PngScale = 3;

    /// <summary>All frames, of which the poster is shown; each bears how long it stands.</summary>
    public static XElement Svg(Animation animation)
    {
        using var typeface = FigureFont.Load();
        using var font = new SKFont(typeface);
        var marks = new MarkSvg(font);
        var frames = animation.Frames.Select((frame, i) =>
        {
            var group = marks.Group(frame.Marks);
            group.SetAttributeValue("class", FrameClass);
            group.SetAttributeValue("data-hold", frame.Milliseconds.ToString(CultureInfo.InvariantCulture));
            group.SetAttributeValue("data-label", frame.Label);
            group.SetAttributeValue("display", i == animation.Poster ? null : "none");
            return group;
        });
        return FigureImage.Svg(
            animation.Backdrop, "animation-" + animation.Name, [marks.Group(animation.Ground), .. frames]);
    }

    /// <summary>The stills, by their frames' numbers.</summary>
    public static IEnumerable<(int Index, byte[] Png)> Stills(Animation animation)
    {
        using var typeface = FigureFont.Load();
        using var font = new SKFont(typeface);
        using var recorder = new SKPictureRecorder();
        var size = SKRect.Create(animation.Backdrop.Width, animation.Backdrop.Height);
        FigureImage.Draw(animation.Backdrop, recorder.BeginRecording(size));
        using var backdrop = recorder.EndRecording();
        foreach (var index in animation.Stills)
        {
            var info = new SKImageInfo(PngScale * (int)size.Width, PngScale * (int)size.Height);
            using var surface = SKSurface.Create(info);
            surface.Canvas.Scale(PngScale);
            surface.Canvas.DrawPicture(backdrop);
            var marks = new MarkCanvas(surface.Canvas, font);
            marks.Draw(animation.Ground);
            marks.Draw(animation.Frames[index].Marks);
            using var image = surface.Snapshot();
            using var data = image.Encode(SKEncodedImageFormat.Png, 100);
            yield return (index, data.ToArray());
        }
    }
}
