using MeanField.Lab.Figures.Drawing;

namespace MeanField.Benchmarks;

/// <summary>Time per step against N on logarithmic axes, a line for each number of processes.</summary>
internal static class ScalingFigure
{
    public static void Write(IReadOnlyCollection<ScalingCell> cells, string directory)
    {
        var chart = new Chart(new LogarithmicScale(), new LogarithmicScale());
        var lines = cells.GroupBy(cell => cell.Nodes).ToArray();
        var key = new List<KeyEntry>();
        for (var i = 0; i < lines.Length; i++)
        {
            var color = FigureColors.Along(lines.Length == 1 ? 0 : i / (lines.Length - 1.0));
            double[] sizes = [.. lines[i].Select(cell => (double)cell.Particles)];
            double[] times = [.. lines[i].Select(cell => cell.Milliseconds.Median)];
            chart.Line(sizes, times, color).Dots(sizes, times, color);
            key.Add(new(lines[i].Key == 1 ? "1 process" : $"{lines[i].Key} processes", color, KeyMark.Line));
        }
        chart.Label("particles N", "milliseconds per step");
        var (panels, height) = PanelGrid.Stack((chart.Finish(), 320));
        var figure = new Figure
        {
            Name = "scaling",
            Title = "Cost of a step",
            Caption = "Median time per step against the number of particles.",
            PanelHeight = height,
            Panels = panels,
            Key = [.. key],
        };
        File.WriteAllBytes(Path.Combine(directory, "scaling.png"), FigureImage.Png(figure));
        FigureImage.Svg(figure).Save(Path.Combine(directory, "scaling.svg"));
    }
}
