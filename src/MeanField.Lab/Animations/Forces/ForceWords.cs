using MeanField.Lab.Animations.Drawing;
using MeanField.Lab.Figures.Drawing;
using ScottPlot;

namespace MeanField.Lab.Animations.Forces;

/// <summary>The list beside the plane that says which arrows are which.</summary>
internal static class ForceWords
{
    private static readonly Color Quiet = Color.FromHex("#B8B8B8");

    private static readonly (ForcePhase Phase, string Words, Color Color)[] Lines =
    [
        (ForcePhase.External, "−∇V, the external field", FigureColors.External),
        (ForcePhase.Interaction, "−∇∫U dρ, the interaction", FigureColors.Interaction),
        (ForcePhase.Sum, "−∇Ψ, their sum", FigureColors.Ink),
        (ForcePhase.MeanStep, "times the step size: the mean step", FigureColors.Ink),
        (ForcePhase.Step, "what SGD did", FigureColors.Ink),
    ];

    public static IEnumerable<Mark> Of(ForcePhase phase, Stage stage, bool meanSteps) => Lines
        .Where(line => meanSteps || line.Phase != ForcePhase.MeanStep)
        .Select((line, i) => stage.Words(line.Words, i, IsLit(line.Phase, phase) ? line.Color : Quiet));

    public static string Label(ForcePhase phase, double time)
    {
        var words = phase switch
        {
            ForcePhase.Neurons => "the neurons",
            ForcePhase.Both => "both fields",
            _ => Lines.First(line => line.Phase == phase).Words,
        };
        return $"t = {FigureNumber.Text(time)}: {words}";
    }

    private static bool IsLit(ForcePhase line, ForcePhase phase) => phase switch
    {
        ForcePhase.Interaction or ForcePhase.Both => line is ForcePhase.External or ForcePhase.Interaction,
        _ => line == phase,
    };
}
