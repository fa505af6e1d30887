using System.Text.RegularExpressions;
using System.Xml.Linq;
using MeanField.Core.Specification;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Animations;
using MeanField.Lab.Reports;
using MeanField.Lab.Runs;
using MeanField.Lab.Tests.Support;
using SkiaSharp;

namespace MeanField.Lab.Tests.Animations;

public class RunAnimationsTests
{
    [Fact]
    public void A_page_needs_nothing_but_itself()
    {
        using var directory = new TemporaryDirectory();
        FlowingRun.Write(directory.Path);
        ReportWriter.Draw(directory.Path);
        var text = File.ReadAllText(directory.At("animations/density.html"));
        var page = XElement.Parse(text[text.IndexOf('\n')..]);

        string[] fetching = ["img", "link", "iframe", "object"];
        Assert.DoesNotContain(page.Descendants(), element => fetching.Contains(element.Name.LocalName));
        var links = page.Descendants().Attributes().Where(a => a.Name.LocalName is "href" or "src");
        Assert.All(links, link => Assert.Matches("^(#|data:image/png;base64,)", link.Value));
        // the names of XML name spaces are no addresses
        Assert.DoesNotContain("http", Regex.Replace(text, " xmlns(:[a-z]+)?=\"[^\"]+\"", ""));
        Assert.DoesNotContain("@import", text);
        var script = page.Descendants("script").Single().Value;
        Assert.DoesNotMatch("[<>&]", script);
    }

    [Fact]
    public void A_page_shows_its_poster_and_can_be_played_from_the_keyboard()
    {
        using var directory = new TemporaryDirectory();
        var animation = RunAnimations.Of(FlowingRun.Write(directory.Path))[0];
        ReportWriter.Draw(directory.Path);
        var report = File.ReadAllText(directory.At(RunFiles.Report));
        var page = XElement.Parse(report[report.IndexOf('\n')..]);

        var figure = page.Descendants("figure").Single(f => (string?)f.Attribute("class") == "animation");
        Assert.Equal("0", (string?)figure.Attribute("tabindex"));
        var frames = figure.Descendants()
            .Where(element => (string?)element.Attribute("class") == AnimationImage.FrameClass).ToList();
        Assert.Equal(animation.Frames.Length, frames.Count);
        var shown = Assert.Single(frames, frame => frame.Attribute("display") is null);
        Assert.Equal(animation.Poster, frames.IndexOf(shown));
        var slider = figure.Descendants("input").Single();
        Assert.Equal(animation.Frames[animation.Poster].Label, (string?)slider.Attribute("aria-valuetext"));
        Assert.Equal(3, figure.Descendants("button").Count());
        Assert.Single(page.Descendants("script"));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Stills_are_pictures_for_a_slide_and_those_of_an_earlier_drawing_go()
    {
        using var directory = new TemporaryDirectory();
        FlowingRun.Write(directory.Path);
        ReportWriter.Draw(directory.Path);
        var folder = directory.At("animations/frames");
        var stale = Path.Combine(folder, "density-777.png");
        File.Copy(Path.Combine(folder, "density-000.png"), stale);
        ReportWriter.Draw(directory.Path);
        var stills = Directory.EnumerateFiles(folder).Order().ToList();
        string[] observed = ["density-000.png", "density-003.png", "density-005.png"];
        Assert.Equal(observed, stills.Select(Path.GetFileName));
        Assert.All(stills, path =>
        {
            using var bitmap = SKBitmap.Decode(path);
            Assert.Equal((1920, 1080), (bitmap.Width, bitmap.Height));
            Assert.True(bitmap.Pixels.Distinct().Count() > 20);
        });
    }

    [Fact]
    public void A_run_without_the_data_has_no_animation_and_its_report_no_script()
    {
        using var directory = new TemporaryDirectory();
        new SampleRun().Write(directory.Path);
        Assert.Empty(RunAnimations.Of(RunDirectory.Open(directory.Path)));
        ReportWriter.Draw(directory.Path);
        Assert.False(Directory.Exists(directory.At(RunFiles.Animations)));
        Assert.DoesNotContain("<script", File.ReadAllText(directory.At(RunFiles.Report)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void A_lazy_network_has_no_field_to_be_drawn(int particles)
    {
        using var directory = new TemporaryDirectory();
        var run = new PlanarExperiment { Particles = particles, Scaling = Scaling.Lazy };
        Assert.Empty(RunAnimations.Of(run.Write(directory.Path)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void A_run_that_diverged_is_reported_without_animation(int particles)
    {
        using var directory = new TemporaryDirectory();
        var diverging = new PlanarExperiment
        {
            Particles = particles,
            Activation = new QuadraticActivation(),
            StepSize = 100,
        };
        Assert.Equal(RunStatus.Failed, diverging.Write(directory.Path).Result.Status);
        ReportWriter.Draw(directory.Path);
        Assert.False(Directory.Exists(directory.At(RunFiles.Animations)));
    }

    [Fact]
    public void A_new_run_takes_the_animations_of_the_earlier_one_away()
    {
        using var directory = new TemporaryDirectory();
        FlowingRun.Write(directory.Path);
        ReportWriter.Draw(directory.Path);
        new SampleRun().Create(directory.Path).Dispose();
        Assert.False(Directory.Exists(directory.At(RunFiles.Animations)));
        Assert.False(File.Exists(directory.At(RunFiles.TheoryDensities)));
    }
}
