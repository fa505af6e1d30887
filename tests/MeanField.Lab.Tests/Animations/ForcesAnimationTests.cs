using MeanField.Core.Tests.Support;
using MeanField.Lab.Animations;
using MeanField.Lab.Animations.Drawing;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Tests.Support;
using MeanField.Theory;
using ScottPlot;

namespace MeanField.Lab.Tests.Animations;

public class ForcesAnimationTests
{
    // places are rounded to tenths: an arrow's ends are off by half a tenth each
    private const double Rounding = .15;

    [Fact]
    public void The_first_step_is_told_as_the_talk_tells_it()
    {
        using var directory = new TemporaryDirectory();
        var labels = Animate(new(), directory).Frames.Take(6).Select(frame => frame.Label);
        Assert.Equal(
        [
            "t = 0: the neurons",
            "t = 0: −∇V, the external field",
            "t = 0: −∇∫U dρ, the interaction",
            "t = 0: −∇Ψ, their sum",
            "t = 0: times the step size: the mean step",
            "t = 0.25: what SGD did",
        ], labels);
    }

    [Fact]
    public void Arrows_are_the_fields_at_the_neurons_all_to_one_scale()
    {
        using var directory = new TemporaryDirectory();
        var run = new PlanarExperiment().Write(directory.Path);
        var frames = RunAnimations.Of(run)[0].Frames;
        var fields = FieldEvaluator.For(run.Spec);
        double[] start = [.. run.Observations[0].Paths], last = [.. run.Observations[^1].Paths];
        var external = fields.External(start);
        var interaction = fields.Interaction(start, start);
        var scale = Scale(external, Arrows(frames[1], FigureColors.External));

        AssertArrows(external, scale, Arrows(frames[2], FigureColors.External));
        AssertArrows(interaction, scale, Arrows(frames[2], FigureColors.Interaction));
        double[] sum = [.. external.Zip(interaction, (a, b) => a + b)];
        AssertArrows(sum, scale, Arrows(frames[3], FigureColors.Ink));
        AssertArrows(fields.External(last), scale, Arrows(frames[^1], FigureColors.External));
        AssertArrows(fields.Interaction(last, last), scale, Arrows(frames[^1], FigureColors.Interaction));
    }

    [Fact]
    public void The_mean_step_has_its_true_length_decay_and_all()
    {
        using var directory = new TemporaryDirectory();
        var experiment = new PlanarExperiment { WeightDecay = 0.3 };
        var run = experiment.Write(directory.Path);
        var frame = RunAnimations.Of(run)[0].Frames[4];
        var fields = FieldEvaluator.For(run.Spec);
        double[] start = [.. run.Observations[0].Paths];
        double[] step = [.. fields.External(start).Zip(fields.Interaction(start, start)).Zip(start,
            (f, w) => experiment.StepSize * (2 * (f.First + f.Second) - 2 * 0.3 * w))];

        var neurons = frame.Marks.OfType<StrokeMark>().First(mark => mark.Color == FigureColors.Ink);
        var dots = PathPoints.Of(neurons.Path);
        var unit = (dots[1][0].X - dots[0][0].X) / (start[2] - start[0]);
        AssertArrows(step, unit, Arrows(frame, FigureColors.Ink));
        Assert.Contains("decay", RunAnimations.Of(run)[0].Caption);
    }

    [Fact]
    public void Where_steps_were_not_observed_one_by_one_no_mean_step_is_claimed()
    {
        using var directory = new TemporaryDirectory();
        var animation = Animate(new() { Every = 2 }, directory);
        Assert.DoesNotContain(animation.Frames, frame => frame.Label.Contains("mean step"));
        var words = animation.Frames.SelectMany(frame => frame.Marks.OfType<TextMark>());
        Assert.DoesNotContain(words, mark => mark.Text.Contains("mean step"));
    }

    private static Animation Animate(PlanarExperiment experiment, TemporaryDirectory directory) =>
        Assert.Single(RunAnimations.Of(experiment.Write(directory.Path)));

    private static IReadOnlyList<Arrow> Arrows(Frame frame, Color color) =>
        PathPoints.Arrows(frame.Marks.OfType<FillMark>().Single(mark => mark.Color == color).Path);

    /// <summary>Pixels per unit of force, by the longest component.</summary>
    private static double Scale(double[] forces, IReadOnlyList<Arrow> arrows)
    {
        var longest = Enumerable.Range(0, arrows.Count).MaxBy(i => Math.Abs(forces[2 * i]));
        return arrows[longest].Across / forces[2 * longest];
    }

    /// <summary>Pixels go down where w₂ goes up.</summary>
    private static void AssertArrows(double[] forces, double scale, IReadOnlyList<Arrow> arrows)
    {
        Assert.Equal(forces.Length / 2, arrows.Count);
        for (var i = 0; i < arrows.Count; i++)
        {
            var (x, y) = (scale * forces[2 * i], -scale * forces[2 * i + 1]);
            Assert.Equal(x, arrows[i].Across, Rounding + .01 * Math.Abs(x));
            Assert.Equal(y, arrows[i].Down, Rounding + .01 * Math.Abs(y));
        }
    }
}
