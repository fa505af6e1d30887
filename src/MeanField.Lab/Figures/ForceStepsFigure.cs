using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Figures;

/// <summary>The neurons and the forces on them, step by step.</summary>
internal static class ForceStepsFigure
{
    private const int Columns = 3;
    private const int MostFrames = 9;

    public static Figure? Of(RunRecord run)
    {
        var frames = ForceFrame.Of(run);
        if (frames.Count < 3)
            return null;
        var plane = new ForcePlane(run, frames);
        var plots = Choose(frames.Count).Select(index => plane
            .Draw(frames[index])
            .Trails(frames.Take(index + 1))
            .Arrows(frames[index], frames[index].External, FigureColors.External)
            .Arrows(frames[index], frames[index].Interaction, FigureColors.Interaction)
            .Finish($"t = {FigureNumber.Text(frames[index].Observation.Time)}"));
        var (panels, height) = PanelGrid.Grid(
            [.. plots], Columns, ForcePlane.RowHeight(Columns), ForcePlane.Padding);
        return new()
        {
            Name = "force-steps",
            Title = "The neurons step by step",
            Caption = "As they approach a fixed point, the two forces on every neuron come to balance."
                + plane.TeacherCaption,
            PanelHeight = height,
            Panels = panels,
            Key = [.. ForcesFigure.Key(plane)],
        };
    }

    /// <summary>The first frames densely, then ever further apart, and the last.</summary>
    private static IEnumerable<int> Choose(int count)
    {
        if (count <= MostFrames)
            return Enumerable.Range(0, count);
        var chosen = new SortedSet<int> { 0 };
        for (var i = 0; i < MostFrames - 1; i++)
            chosen.Add((int)Math.Round(Math.Pow(count - 1, i / (MostFrames - 2.0))));
        for (var i = 1; chosen.Count < MostFrames; i++)
            chosen.Add(i);
        return chosen;
    }
}
