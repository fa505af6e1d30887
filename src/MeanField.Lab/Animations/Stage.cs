using MeanField.Lab.Animations.Drawing;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;
using ScottPlot;

namespace MeanField.Lab.Animations;

/// <summary>How an animation is laid out: what moves on the left, words and the risk on the right.</summary>
internal sealed class Stage
{
    /// <summary>Of a line of words; the time is written larger.</summary>
    public const float FontSize = 17;

    /// <summary>Base line of the first line of words.</summary>
    public const float FirstLine = 76;

    public const float LineHeight = 24;

    private const float TimeSize = 28;
    private const float TimeLine = 42;
    private const float Indent = 14;

    private readonly float _side;
    private readonly RiskInset _inset;
    private readonly Panel _panel;

    private Stage(RunRecord run, Chart chart, PixelRect place, PixelPadding padding, float words)
    {
        _side = place.Right;
        _panel = PanelGrid.Place(chart.Plot, place, padding);
        _inset = new(run, new(_side, Figure.StandardWidth, Animation.Height, words));
        View = Viewport.Of(chart, place, padding);
    }

    /// <summary>Where the chart's numbers lie.</summary>
    public Viewport View { get; }

    /// <summary>Where words begin.</summary>
    public float Left => _side + Indent;

    /// <summary>A chart whose data area is a square, with room for five lines of words.</summary>
    public static Stage Square(RunRecord run, Chart chart)
    {
        const float Top = 18, Above = 8, Below = 44, Before = 52, Behind = 8;
        const float Side = Animation.Height - Top - Above - Below;
        return new(
            run,
            chart,
            new(0, Before + Side + Behind, Animation.Height, Top),
            new(Before, Behind, Below, Above),
            words: 186);
    }

    /// <summary>A wide chart, with room for two lines of words.</summary>
    public static Stage Wide(RunRecord run, Chart chart) =>
        new(run, chart, new(0, 412, Animation.Height, 0), new(52, 8, 44, 14), words: 150);

    /// <summary>The time in words, and on the curve of the risk.</summary>
    public IEnumerable<Mark> Clock(double time) =>
    [
        new TextMark($"t = {FigureNumber.Text(time, 3)}", Left, TimeLine, TimeSize, FigureColors.Ink),
        .. _inset.At(time),
    ];

    public TextMark Words(string text, int line, Color color) =>
        new(text, Left, FirstLine + line * LineHeight, FontSize, color);

    public Figure Backdrop(string name, string title, string caption) => new()
    {
        Name = name,
        Title = title,
        Caption = caption,
        PanelHeight = Animation.Height,
        Panels = [_panel, _inset.Panel],
    };
}
