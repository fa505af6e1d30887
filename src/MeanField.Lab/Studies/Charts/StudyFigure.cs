using MeanField.Lab.Figures.Drawing;

namespace MeanField.Lab.Studies.Charts;

/// <summary>Figures of one chart or of several side by side.</summary>
public static class StudyFigure
{
    private const int Height = 300;
    private const int SideHeight = 286;

    public static Figure Of(string name, string title, string caption, Chart chart, params KeyEntry[] key)
    {
        var (panels, height) = PanelGrid.Stack((chart.Finish(), Height));
        return new()
        {
            Name = name,
            Title = title,
            Caption = caption,
            PanelHeight = height,
            Panels = panels,
            Key = [.. key],
        };
    }

    /// <summary>Charts with axes of their own, row by row.</summary>
    public static Figure Side(
        string name,
        string title,
        string caption,
        IReadOnlyList<Chart> charts,
        int columns,
        params KeyEntry[] key)
    {
        var (panels, height) = PanelGrid.Grid(
            [.. charts.Select(chart => chart.Finish())], columns, SideHeight, new(58, 24, 46, 30));
        return new()
        {
            Name = name,
            Title = title,
            Caption = caption,
            PanelHeight = height,
            Panels = panels,
            Key = [.. key],
        };
    }
}
