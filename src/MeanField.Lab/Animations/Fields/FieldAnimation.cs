using MeanField.Lab.Figures;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;
using MeanField.Theory;

namespace MeanField.Lab.Animations.Fields;

/// <summary>The landscape Ψ(·; ρ) of many neurons in the plane, its descent, and the neurons in it.</summary>
internal static class FieldAnimation
{
    private const int MostNeurons = 1000;
    private const int MostFrames = 60;
    private const int MostStills = 8;

    // around the outermost neuron: the field goes on
    private const double Margin = .12;

    /// <summary>Null unless many neurons in the plane, all tracked, were seen at several times.</summary>
    public static Animation? Of(RunRecord run)
    {
        if (run.Manifest.Shape.Particles is <= ForceFrame.MostNeurons or > MostNeurons || !PlanarRun.Is(run))
            return null;
        var tracked = PlanarRun.Tracked(run);
        if (tracked.Length < 3)
            return null;
        Observation[] seen = [.. Animation.Evenly(tracked.Length, MostFrames).Select(i => tracked[i])];
        var teacher = PlanarRun.Teacher(run);
        double[] marked = [.. (teacher ?? []).SelectMany(weights => weights)];
        var extent = PlaneExtent.Around([.. seen.SelectMany(o => o.Paths), .. marked], Margin);
        var stage = Stage.Square(run, new Chart(AxisScale.Linear, AxisScale.Linear).OfPlane(extent));
        var lattice = new PlaneLattice(extent);
        var landscapes = FieldEvaluator.For(run.Spec)
            .Landscapes(lattice.Points, seen.Select(observation => observation.Paths.ToArray()));
        var drawing = new FieldDrawing(lattice, landscapes, stage, marked);
        return new()
        {
            Backdrop = stage.Backdrop(
                "field",
                "The landscape that the neurons make and follow",
                Caption(run, tracked.Length > seen.Length, teacher is not null)),
            Ground = [.. drawing.Key()],
            Frames = [.. seen.Select((observation, i) => drawing.Frame(i, observation))],
            Poster = seen.Length / 4,
            Stills = Animation.Evenly(seen.Length, MostStills),
        };
    }

    private static string Caption(RunRecord run, bool some, bool teacher)
    {
        var count = FigureNumber.Count(run.Spec.Network.Particles);
        return $"Dots: {count} neurons in the plane, at {(some ? "some of the " : "the ")}observed times. Colour "
            + "and contours: Ψ = V + ∫U dρ, low where a neuron would lower the risk; arrows: −∇Ψ, the mean "
            + "direction of SGD. Colours and lengths grow with the root, so that what is faint is seen too. ρ is "
            + "the neurons themselves: as they come to fit the data, the landscape that drives them goes flat."
            + (teacher ? " Circles: the teacher's neurons." : "")
            + (run.Spec.Training.WeightDecay > 0 ? " The decay of the weights is not in it." : "");
    }
}
