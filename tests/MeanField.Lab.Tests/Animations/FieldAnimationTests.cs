using MeanField.Core.Tests.Support;
using MeanField.Lab.Animations;
using MeanField.Lab.Animations.Drawing;
using MeanField.Lab.Animations.Fields;
using MeanField.Lab.Figures;
using MeanField.Lab.Tests.Support;
using MeanField.Theory;
using SkiaSharp;

namespace MeanField.Lab.Tests.Animations;

public class FieldAnimationTests
{
    private static readonly PlanarExperiment Cloud = new() { Particles = 20, Every = 3 };

    [Fact]
    public void Many_neurons_in_the_plane_are_shown_at_the_observed_times_and_no_others()
    {
        using var directory = new TemporaryDirectory();
        var animation = Assert.Single(RunAnimations.Of(Cloud.Write(directory.Path)));
        Assert.Equal("field", animation.Name);
        Assert.Equal(
            ["t = 0", "t = 0.75", "t = 1.5", "t = 2.25", "t = 3"], animation.Frames.Select(frame => frame.Label));
    }

    [Fact]
    public void Arrows_point_along_the_descent_of_the_landscape_and_colours_have_its_sign()
    {
        using var directory = new TemporaryDirectory();
        var run = Cloud.Write(directory.Path);
        var frame = RunAnimations.Of(run)[0].Frames[1];
        double[] particles = [.. run.Observations[1].Paths];
        double[] shown = [.. run.Observations.SelectMany(o => o.Paths), 1.5, 0, 0, -1];
        var lattice = new PlaneLattice(PlaneExtent.Around(shown, .12));
        var landscape = FieldEvaluator.For(run.Spec).Landscapes(lattice.Points, [particles])[0];

        var arrows = PathPoints.Arrows(frame.Marks.OfType<FillMark>().Single().Path);
        var compared = 0;
        foreach (var (cell, arrow) in PlaneLattice.Middles.Zip(arrows))
        {
            var (fx, fy) = (landscape.Descent[2 * cell], -landscape.Descent[2 * cell + 1]);
            var (length, force) = (double.Hypot(arrow.Across, arrow.Down), double.Hypot(fx, fy));
            // half a tenth of a pixel at either end turns an arrow by so much at most
            Assert.InRange(Math.Abs(arrow.Across * fy - arrow.Down * fx) / (length * force), 0, .2 / length);
            Assert.True(arrow.Across * fx + arrow.Down * fy > 0);
            compared++;
        }
        Assert.True(compared > 100, "hardly an arrow was long enough to be drawn");
        using var heat = SKBitmap.Decode(frame.Marks.OfType<PictureMark>().Single().Png);
        for (var cell = 0; cell < landscape.Potential.Length; cell++)
        {
            var color = heat.GetPixel(cell % PlaneLattice.Side, cell / PlaneLattice.Side);
            Assert.True(landscape.Potential[cell] < 0 ? color.Blue >= color.Red : color.Red >= color.Blue);
        }
    }

    [Fact]
    public void A_contour_of_a_cone_is_a_circle()
    {
        const int Side = 41;
        var cells = Enumerable.Range(0, Side * Side);
        double[] cone = [.. cells.Select(i => double.Hypot(i % Side - 20, i / Side - 20))];
        var segments = Contours.Of(cone, Side, 12).ToList();
        // linear between lattice points: the sagitta of a cell on a circle of radius 12 is 1/(8·12)
        Assert.All(segments, segment =>
            Assert.Equal(12, double.Hypot(segment.From.X - 20, segment.From.Y - 20), 1.0 / 48));
        var length = segments.Sum(s => double.Hypot(s.To.X - s.From.X, s.To.Y - s.From.Y));
        Assert.Equal(2 * Math.PI * 12, length, .5);
    }
}
