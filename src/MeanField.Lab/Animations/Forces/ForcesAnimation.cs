using System.Collections.Immutable;
using MeanField.Core.Dynamics;
using MeanField.Lab.Figures;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Animations.Forces;

/// <summary>
/// The talk's picture of three atoms, moving: the external field, the interaction, their sum, the sum times
/// the step size, the step; at first one after another, then step by step.
/// </summary>
internal static class ForcesAnimation
{
    private const int SlowSteps = 2;
    private const int MostSteps = 120;

    /// <summary>Null unless a few neurons in the plane were seen at several times.</summary>
    public static Animation? Of(RunRecord run)
    {
        var seen = ForceFrame.Of(run);
        if (seen.Count < 3)
            return null;
        ForceFrame[] steps = [.. Animation.Evenly(seen.Count, MostSteps).Select(index => seen[index])];
        var plane = new ForcePlane(run, seen);
        var stage = Stage.Square(run, plane.Empty().Finish());
        var drawing = new ForceDrawing(steps, plane.ArrowScale, stage, MeanSteps(run, steps));
        Frame[] frames = [.. Phases(steps.Length, drawing).Select(at => drawing.Frame(at.Step, at.Phase))];
        return new()
        {
            Backdrop = stage.Backdrop("forces", "The neurons under the two fields", Caption(run, plane)),
            Frames = [.. frames],
            Poster = 2,
            Stills = Stills(frames.Length, drawing),
        };
    }

    /// <summary>The first steps in the talk's pictures, the others in one each.</summary>
    private static IEnumerable<(int Step, ForcePhase Phase)> Phases(int count, ForceDrawing drawing)
    {
        yield return (0, ForcePhase.Neurons);
        for (var step = 0; step < Math.Min(SlowSteps, count - 1); step++)
        {
            yield return (step, ForcePhase.External);
            yield return (step, ForcePhase.Interaction);
            yield return (step, ForcePhase.Sum);
            if (drawing.HasMeanStep(step))
                yield return (step, ForcePhase.MeanStep);
            yield return (step, ForcePhase.Step);
        }
        for (var step = Math.Min(SlowSteps, count - 1); step < count; step++)
            yield return (step, ForcePhase.Both);
    }

    /// <summary>All pictures of the first step, and some of what follows.</summary>
    private static ImmutableArray<int> Stills(int frames, ForceDrawing drawing)
    {
        var first = Math.Min(frames, drawing.HasMeanStep(0) ? 6 : 5);
        return [.. Enumerable.Range(0, first), .. Animation.Evenly(frames - first, 6).Select(i => first + i)];
    }

    /// <summary>
    /// s (g −∇Ψ − 2λw) at every neuron, where the next observation is the next step; null where it is not.
    /// </summary>
    private static ImmutableArray<double[]?> MeanSteps(RunRecord run, ForceFrame[] steps)
    {
        var training = run.Spec.Training;
        var schedule = new StepSchedule(training);
        var factor = training.GradientFactor * training.Rates.Weights;
        return
        [
            .. steps.Select((frame, i) =>
            {
                var step = frame.Observation.Step;
                if (i == steps.Length - 1 || steps[i + 1].Observation.Step != step + 1)
                    return null;
                var size = schedule.StepSize(step);
                return (double[]?)
                [
                    .. ForcePlane.Sum(frame).Zip(frame.Particles, (force, weight) =>
                        size * (factor * force - 2 * training.WeightDecay * weight)),
                ];
            }),
        ];
    }

    private static string Caption(RunRecord run, ForcePlane plane)
    {
        var decay = run.Spec.Training.WeightDecay > 0 ? ", less the decay of the weights" : "";
        var batch = run.Spec.Training.Batch == 1 ? "one sample" : $"{run.Spec.Training.Batch} samples";
        return "Each dot is a neuron in the plane. Blue: the external field −∇V, red: the interaction −∇∫U dρ, "
            + "black: their sum −∇Ψ, all to one scale. The mean step, at its true length, is the sum times the "
            + $"step size{decay}; SGD takes a step of {batch}, which strays from it." + plane.TeacherCaption
            + " Beside it: the risk, and in red the limit where it is known.";
    }
}
