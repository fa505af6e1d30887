using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Figures;

/// <summary>
/// The talk's picture of three atoms: the external field, the interaction, their sum, and the step.
/// </summary>
internal static class ForcesFigure
{
    public static Figure? Of(RunRecord run)
    {
        var frames = ForceFrame.Of(run);
        if (frames.Count < 2)
            return null;
        var plane = new ForcePlane(run, frames);
        var (first, second) = (frames[0], frames[1]);
        var (panels, height) = PanelGrid.Grid(
        [
            plane.Draw(first).Arrows(first, first.External, FigureColors.External)
                .Finish("the external field"),
            plane.Draw(first).Arrows(first, first.Interaction, FigureColors.Interaction)
                .Finish("the interaction"),
            plane.Draw(first).Arrows(first, first.External, FigureColors.External.WithAlpha(.35))
                .Arrows(first, first.Interaction, FigureColors.Interaction.WithAlpha(.35))
                .Arrows(first, ForcePlane.Sum(first), FigureColors.Ink)
                .Finish("their sum"),
            plane.Draw(second).Moves(first, second)
                .Finish($"what SGD did until t = {FigureNumber.Text(second.Observation.Time)}"),
        ], 2, ForcePlane.RowHeight(2), ForcePlane.Padding);
        return new()
        {
            Name = "forces",
            Title = "The forces on each neuron at the start",
            Caption = "Each dot is a neuron wᵢ in the plane. Blue: the external field −∇V(wᵢ), which draws it "
                + "to where the data want it. Red: the interaction −∇∫U(wᵢ, w)ρ(dw), which keeps the neurons "
                + "apart. Black: their sum −∇Ψ, the mean direction of a step." + plane.TeacherCaption,
            PanelHeight = height,
            Panels = panels,
            Key = [.. Key(plane), new("−∇Ψ", FigureColors.Ink, KeyMark.Arrow)],
        };
    }

    internal static IEnumerable<KeyEntry> Key(ForcePlane plane) =>
    [
        .. plane.HasTeacher ? (KeyEntry[])[new("teacher", FigureColors.Exact, KeyMark.HollowDots)] : [],
        new("−∇V", FigureColors.External, KeyMark.Arrow),
        new("−∇∫U dρ", FigureColors.Interaction, KeyMark.Arrow),
    ];
}
