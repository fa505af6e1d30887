using MeanField.Core.Tests.Support;
using MeanField.Lab.Animations;
using MeanField.Lab.Animations.Densities;
using MeanField.Lab.Animations.Drawing;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;
using MeanField.Lab.Tests.Support;

namespace MeanField.Lab.Tests.Animations;

public class DensityAnimationTests
{
    [Fact]
    public void The_limit_is_kept_at_every_time_that_it_was_solved_at()
    {
        using var directory = new TemporaryDirectory();
        var flow = FlowingRun.Write(directory.Path).TheoryFlow!;
        Assert.Equal(FlowingRun.Times, flow.Times);
        foreach (var (time, density) in flow.Times.Zip(flow.Densities))
        {
            var inside = density.Where((_, bin) => flow.Edges[bin + 1] < 1 + time);
            Assert.All(inside, value => Assert.Equal(1 / (1 + time), value, 1e-9));
            Assert.Equal(1, density.Sum() * flow.Edges[1], 1e-2);
        }
    }

    [Fact]
    public void The_line_moves_at_solved_times_and_the_bars_at_observed_ones_alone()
    {
        using var directory = new TemporaryDirectory();
        var animation = Assert.Single(RunAnimations.Of(FlowingRun.Write(directory.Path)));
        Assert.Equal(
        [
            "t = 0", "t = 0.5, neurons at t = 0", "t = 1, neurons at t = 0",
            "t = 1.25", "t = 2, neurons at t = 1.25", "t = 2.5",
        ], animation.Frames.Select(frame => frame.Label));
        // the sample's histogram is the same at all times; where it was not taken it is pale
        var alpha = animation.Frames.Select(frame => Area(frame).Color.Alpha).ToList();
        Assert.Equal(alpha[0], alpha[3]);
        Assert.All((int[])[1, 2, 4], i => Assert.True(alpha[i] < alpha[0]));
        var lines = animation.Frames.Select(frame => Line(frame).Path);
        Assert.Equal(animation.Frames.Length, lines.Distinct().Count());
    }

    [Fact]
    public void The_line_is_as_high_as_the_density_on_the_axis_of_roots()
    {
        using var directory = new TemporaryDirectory();
        var animation = RunAnimations.Of(FlowingRun.Write(directory.Path))[0];
        // densities 1 and 1/2.25 within the bounds: their roots are 1 and 2/3
        var (first, later) = (Tops(Line(animation.Frames[0])), Tops(Line(animation.Frames[3])));
        var floor = PathPoints.Of(Area(animation.Frames[0]).Path)[0][0].Y;
        Assert.Equal(2.0 / 3, (floor - later) / (floor - first), 0.1 / (floor - first));
    }

    [Fact]
    public void The_film_shows_every_observed_time_and_goes_as_fast_as_the_density()
    {
        double[] edges = [.. Enumerable.Range(0, 11).Select(i => i / 10.0)];
        double[] At(int bin) => [.. Enumerable.Range(0, 10).Select(i => i == bin ? 10.0 : 0)];
        // still for three times, then one bin, then three
        var flow = new DensityFlow([0, 1, 2, 3, 4], [.. edges], [At(0), At(0), At(0), At(1), At(4)]);
        var paces = DensityPace.Of(flow, new HashSet<double> { 0, 2, 4 });
        Assert.Subset(paces.Select(pace => pace.Time).ToHashSet(), new HashSet<double> { 0, 2, 4 });
        int Hold(double time) => paces.Single(pace => pace.Time == time).Milliseconds;
        Assert.True(Hold(3) >= Hold(2) && Hold(2) >= Hold(0));
    }

    private static FillMark Area(Frame frame) => frame.Marks.OfType<FillMark>().Single();

    private static StrokeMark Line(Frame frame) =>
        frame.Marks.OfType<StrokeMark>().First(mark => mark.Color == FigureColors.Theory);

    private static double Tops(StrokeMark line) => PathPoints.Of(line.Path)[0].Min(point => point.Y);
}
