using System.Xml.Linq;
using MeanField.Core.Specification;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Figures;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;
using MeanField.Lab.Tests.Support;
using SkiaSharp;

namespace MeanField.Lab.Tests.Figures;

public class RunFiguresTests
{
    [Fact]
    public void A_run_gets_the_figures_that_its_files_allow()
    {
        using var directory = new TemporaryDirectory();
        var names = Figures(new SampleRun(), directory).Select(figure => figure.Name);
        Assert.Equal(["risk", "histograms", "moments", "paths"], names);
    }

    [Fact]
    public void Every_figure_has_ink_in_every_panel()
    {
        using var directory = new TemporaryDirectory();
        foreach (var figure in Figures(new SampleRun(), directory))
        {
            using var bitmap = SKBitmap.Decode(FigureImage.Png(figure));
            Assert.Equal((2 * figure.Width, 2 * figure.Height), (bitmap.Width, bitmap.Height));
            Assert.All(figure.Panels, panel => Assert.True(Ink(bitmap, figure, panel) > 200, figure.Name));
        }
    }

    [Fact]
    public void An_svg_needs_nothing_from_outside()
    {
        using var directory = new TemporaryDirectory();
        foreach (var svg in Figures(new SampleRun(), directory).Select(FigureImage.Svg))
        {
            Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName is "text" or "image" or "script");
            var links = svg.Descendants().Attributes().Where(attribute => attribute.Name.LocalName == "href");
            Assert.All(links, link => Assert.StartsWith("#", link.Value));
            var defined = svg.Descendants().Attributes("id").Select(id => id.Value).ToList();
            Assert.Equal(defined.Count, defined.Distinct().Count());
            var targets = defined.Select(id => "#" + id).ToHashSet();
            Assert.All(links, link => Assert.Contains(link.Value, targets));
            Assert.Equal(svg.ToString(), XElement.Parse(svg.ToString()).ToString());
        }
    }

    [Fact]
    public void The_letters_of_a_figure_can_still_be_read_by_a_machine()
    {
        using var directory = new TemporaryDirectory();
        var risk = FigureImage.Svg(Figures(new SampleRun(), directory)[0]);
        var labels = risk.Descendants().Attributes("aria-label").Select(label => label.Value);
        Assert.Contains("time t = kε", labels);
    }

    [Fact]
    public void The_same_run_is_drawn_with_the_same_bytes()
    {
        using var directory = new TemporaryDirectory();
        string[] Draw(IEnumerable<Figure> figures) => [.. figures.Select(f => FigureImage.Svg(f).ToString())];
        var first = Draw(Figures(new SampleRun(), directory));
        Assert.Equal(first, Draw(RunFigures.Of(RunDirectory.Open(directory.Path))));
    }

    [Fact]
    public void A_run_without_observations_has_no_figures()
    {
        using var directory = new TemporaryDirectory();
        new SampleRun().Create(directory.Path).Dispose();
        Assert.Empty(RunFigures.Of(RunDirectory.Open(directory.Path)));
    }

    [Fact]
    public void Three_neurons_in_the_plane_are_drawn_with_their_forces()
    {
        using var directory = new TemporaryDirectory();
        var run = PlanarRun();
        run.Write(directory.Path);
        var record = RunDirectory.Open(directory.Path);
        var frames = ForceFrame.Of(record);
        Assert.Equal([0, 10, 20], frames.Select(frame => frame.Observation.Step));
        Assert.All(frames, frame => Assert.Equal(2 * SampleRun.Particles, frame.External.Length));
        Assert.Contains(RunFigures.Of(record), figure => figure.Name == "forces");
    }

    private static SampleRun PlanarRun() => new()
    {
        ParticleLength = 2,
        Track = SampleRun.Particles,
        Data = new NeuralTeacherData(
            2, new ReluActivation(), [[1, 0], [0, 1]], [0.5, 0.5], 0, InputLaw.Gaussian),
    };

    private static IReadOnlyList<Figure> Figures(SampleRun run, TemporaryDirectory directory)
    {
        run.Write(directory.Path);
        return RunFigures.Of(RunDirectory.Open(directory.Path));
    }

    private static int Ink(SKBitmap bitmap, Figure figure, Panel panel)
    {
        var (left, top) = ((int)panel.Place.Left, (int)panel.Place.Top + figure.Top);
        var (right, bottom) = ((int)panel.Place.Right, (int)panel.Place.Bottom + figure.Top);
        var count = 0;
        for (var y = 2 * top; y < Math.Min(2 * bottom, bitmap.Height); y++)
            for (var x = 2 * left; x < 2 * right; x++)
                count += bitmap.GetPixel(x, y) == SKColors.White ? 0 : 1;
        return count;
    }
}
