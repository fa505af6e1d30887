using System.Collections.Immutable;
using ScottPlot;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>Panels in rows and columns whose data areas line up.</summary>
public static class PanelGrid
{
    public const float Gap = 16;
    private const float LeftMargin = 66;
    private const float RightMargin = 22;
    private const float BottomMargin = 52;

    /// <summary>
    /// One panel under another, over the same horizontal axis; heights of the data areas in pixels.
    /// </summary>
    public static (ImmutableArray<Panel> Panels, int Height) Stack(
        params ReadOnlySpan<(Plot Plot, int Height)> rows)
    {
        var panels = ImmutableArray.CreateBuilder<Panel>();
        float top = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var below = i == rows.Length - 1 ? BottomMargin : 14;
            var bottom = top + rows[i].Height + below;
            Fix(rows[i].Plot, new(LeftMargin, RightMargin, below, 4));
            if (i < rows.Length - 1)
                HideNumbers(rows[i].Plot.Axes.Bottom);
            panels.Add(new(rows[i].Plot, new PixelRect(0, Figure.StandardWidth, bottom, top)));
            top = bottom;
        }
        return (panels.ToImmutable(), (int)top);
    }

    /// <summary>Equal panels, row by row, each with axes of its own.</summary>
    public static (ImmutableArray<Panel> Panels, int Height) Grid(
        IReadOnlyList<Plot> plots, int columns, int height, PixelPadding padding)
    {
        var width = (float)Figure.StandardWidth / columns;
        var panels = plots.Select((plot, i) =>
        {
            Fix(plot, padding);
            var (row, column) = (i / columns, i % columns);
            float top = row * height;
            var place = new PixelRect(column * width, (column + 1) * width, top + height, top + Gap);
            return new Panel(plot, place);
        });
        var rows = (plots.Count + columns - 1) / columns;
        return ([.. panels], rows * height);
    }

    /// <summary>One panel anywhere.</summary>
    public static Panel Place(Plot plot, PixelRect place, PixelPadding padding)
    {
        Fix(plot, padding);
        return new(plot, place);
    }

    /// <summary>Axis labels stand at the panel's edges, however wide the numbers are.</summary>
    private static void Fix(Plot plot, PixelPadding padding)
    {
        plot.Layout.Fixed(padding);
        plot.Axes.Left.MinimumSize = padding.Left - 4;
    }

    private static void HideNumbers(IAxis axis)
    {
        axis.TickLabelStyle.IsVisible = false;
        axis.Label.Text = "";
    }
}
