using System.Collections.Immutable;
using MeanField.Lab.Animations.Drawing;
using MeanField.Lab.Figures;
using MeanField.Lab.Figures.Drawing;
using ScottPlot;

namespace MeanField.Lab.Animations.Forces;

/// <summary>Draws one phase of one step: neurons, the ways they have come, and arrows.</summary>
internal sealed class ForceDrawing(
    ForceFrame[] steps, double arrowScale, Stage stage, ImmutableArray<double[]?> meanSteps)
{
    private const float ArrowWidth = 2.6f;

    /// <summary>Whether the next picture is one step on, so that a step can be drawn.</summary>
    public bool HasMeanStep(int step) => meanSteps[step] is not null;

    public Frame Frame(int step, ForcePhase phase)
    {
        var shown = phase == ForcePhase.Step ? steps[step + 1] : steps[step];
        var time = shown.Observation.Time;
        ImmutableArray<Mark> marks =
        [
            .. Trails(phase == ForcePhase.Step ? step + 1 : step),
            .. phase == ForcePhase.Step ? Rings(steps[step]) : [],
            .. Arrows(step, phase),
            Dots(shown),
            .. stage.Clock(time),
            .. ForceWords.Of(phase, stage, meanSteps[0] is not null),
        ];
        return new(ForceWords.Label(phase, time), Milliseconds(phase, step), marks);
    }

    private int Milliseconds(ForcePhase phase, int step) => phase switch
    {
        ForcePhase.Both when step == steps.Length - 1 => 2500,
        ForcePhase.Both => Math.Clamp(9000 / steps.Length, 80, 450),
        _ => 1400,
    };

    private IEnumerable<Mark> Arrows(int step, ForcePhase phase)
    {
        var (frame, seen) = (steps[step], Opacity.Of(phase));
        if (seen.External > 0)
            yield return Field(
                frame, frame.External, arrowScale, FigureColors.External.WithAlpha(seen.External));
        if (seen.Interaction > 0)
            yield return Field(
                frame, frame.Interaction, arrowScale, FigureColors.Interaction.WithAlpha(seen.Interaction));
        if (seen.Sum > 0)
            yield return Field(
                frame, ForcePlane.Sum(frame), arrowScale, FigureColors.Ink.WithAlpha(seen.Sum));
        if (seen.MeanStep > 0 && meanSteps[step] is { } way)
            yield return Field(frame, way, 1, FigureColors.Ink.WithAlpha(seen.MeanStep));
    }

    private FillMark Field(ForceFrame frame, double[] forces, double scale, Color color)
    {
        var path = new PathText();
        for (var i = 0; i < frame.Count; i++)
        {
            var (x, y) = (frame.Particles[2 * i], frame.Particles[2 * i + 1]);
            var tip = stage.View.At(x + scale * forces[2 * i], y + scale * forces[2 * i + 1]);
            ArrowOutline.Add(path, stage.View.At(x, y), tip, ArrowWidth);
        }
        return new(path.ToString(), color);
    }

    private IEnumerable<Mark> Trails(int last)
    {
        var path = new PathText();
        for (var i = 0; last > 0 && i < steps[0].Count; i++)
            path.Line(steps.Take(last + 1)
                .Select(frame => stage.View.At(frame.Particles[2 * i], frame.Particles[2 * i + 1])));
        return last > 0 ? [new StrokeMark(path.ToString(), FigureColors.Axis.WithAlpha(.6), 1.2f)] : [];
    }

    private StrokeMark Dots(ForceFrame frame)
    {
        var path = new PathText();
        for (var i = 0; i < frame.Count; i++)
            path.Dot(stage.View.X(frame.Particles[2 * i]), stage.View.Y(frame.Particles[2 * i + 1]));
        return new(path.ToString(), FigureColors.Ink, 10);
    }

    private IEnumerable<Mark> Rings(ForceFrame frame)
    {
        var path = new PathText();
        for (var i = 0; i < frame.Count; i++)
            path.Circle(stage.View.X(frame.Particles[2 * i]), stage.View.Y(frame.Particles[2 * i + 1]), 4.5);
        yield return new StrokeMark(path.ToString(), FigureColors.Axis, 1.4f);
    }

    /// <summary>How much of each kind of arrow is seen; what was seen before stays pale.</summary>
    private readonly record struct Opacity(double External, double Interaction, double Sum, double MeanStep)
    {
        private const double Pale = .3;
        private const double Faint = .15;

        public static Opacity Of(ForcePhase phase) => phase switch
        {
            ForcePhase.External => new(1, 0, 0, 0),
            ForcePhase.Interaction or ForcePhase.Both => new(1, 1, 0, 0),
            ForcePhase.Sum => new(Pale, Pale, 1, 0),
            ForcePhase.MeanStep => new(0, 0, Faint, 1),
            ForcePhase.Step => new(0, 0, 0, Pale),
            _ => default,
        };
    }
}
