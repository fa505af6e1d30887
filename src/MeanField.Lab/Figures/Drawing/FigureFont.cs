using ScottPlot;
using SkiaSharp;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>
/// The font of all figures, Linux Libertine (SIL Open Font License 1.1): it travels with the program, because
/// a bare container has no fonts and figures should look alike on every machine.
/// </summary>
public static class FigureFont
{
    /// <summary>The name that figures know it by.</summary>
    public const string Family = "Linux Libertine O";

    private const string Resource = "LinLibertine_R.otf";

    private static readonly byte[] File = Read();

    private static readonly Resolver Registered = Register();

    /// <summary>Makes a plot use the font.</summary>
    public static void Set(Plot plot) => plot.Font.Set(Registered.Family);

    /// <summary>A typeface of its own for every caller, to dispose of.</summary>
    public static SKTypeface Load() => SKTypeface.FromData(SKData.CreateCopy(File));

    private static byte[] Read()
    {
        using var stream = typeof(FigureFont).Assembly.GetManifestResourceStream(Resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static Resolver Register()
    {
        var resolver = new Resolver();
        Fonts.FontResolvers.Insert(0, resolver);
        return resolver;
    }

    private sealed class Resolver : IFontResolver
    {
        public string Family => FigureFont.Family;

        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
            fontName == Family ? Load() : null;

        public SKTypeface? CreateTypeface(
            string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
            fontName == Family ? Load() : null;
    }
}
