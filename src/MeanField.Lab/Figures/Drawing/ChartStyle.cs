using ScottPlot;
using ScottPlot.Rendering.RenderActions;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>How every chart looks: two axes, a light grid, one font.</summary>
internal static class ChartStyle
{
    private const float FontSize = 15;

    /// <summary>An empty plot that leaves alone what else is on its canvas.</summary>
    public static Plot NewPlot()
    {
        var plot = new Plot();
        FigureFont.Set(plot);
        plot.RenderManager.Remove<ClearCanvas>();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Right.MinimumSize = plot.Axes.Top.MinimumSize = 0;
        plot.Grid.MajorLineColor = FigureColors.Grid;
        plot.Grid.MajorLineWidth = 1;
        plot.HideLegend();
        Apply(plot.Axes.Bottom);
        Apply(plot.Axes.Left);
        Apply(plot.Axes.Title.Label, FontSize);
        return plot;
    }

    private static void Apply(IAxis axis)
    {
        axis.FrameLineStyle.Color = FigureColors.Axis;
        axis.MajorTickStyle.Color = axis.MinorTickStyle.Color = FigureColors.Axis;
        Apply(axis.TickLabelStyle, FontSize - 1);
        Apply(axis.Label, FontSize + 1);
    }

    private static void Apply(LabelStyle label, float size)
    {
        label.FontName = FigureFont.Family;
        label.FontSize = size;
        label.Bold = false;
        label.ForeColor = FigureColors.Ink;
    }
}
