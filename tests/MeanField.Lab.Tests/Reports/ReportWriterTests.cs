using System.Text.RegularExpressions;
using System.Xml.Linq;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Communication;
using MeanField.Lab.Reports;
using MeanField.Lab.Runs;
using MeanField.Lab.Tests.Support;
using MeanField.Theory;

namespace MeanField.Lab.Tests.Reports;

public class ReportWriterTests
{
    private const string Hostile = "</td><script>alert('x')</script>&amp;\"";

    [Fact]
    public void The_page_shows_the_figures_and_needs_nothing_else()
    {
        using var directory = new TemporaryDirectory();
        new SampleRun().Write(directory.Path);
        var page = Draw(directory);

        Assert.Equal(4, page.Descendants().Count(element => element.Name.LocalName == "svg"));
        string[] fetching = ["script", "img", "link", "iframe", "object"];
        Assert.DoesNotContain(page.Descendants(), element => fetching.Contains(element.Name.LocalName));
        var links = page.Descendants().Attributes().Where(a => a.Name.LocalName is "href" or "src");
        Assert.All(links, link => Assert.StartsWith("#", link.Value));
        Assert.DoesNotContain("@import", page.Value);
        Assert.DoesNotContain("url(http", page.Value);
        foreach (var name in (string[])["risk", "histograms", "moments", "paths"])
            Assert.True(File.Exists(Path.Combine(directory.At(RunFiles.Figures), name + ".png")), name);
    }

    [Fact]
    public void No_two_elements_of_the_page_share_an_identifier()
    {
        using var directory = new TemporaryDirectory();
        new SampleRun().Write(directory.Path);
        var ids = Draw(directory).Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Hostile_texts_stay_texts()
    {
        using var directory = new TemporaryDirectory();
        var run = new SampleRun { Data = new FileData("/data/a.csv", "y<script>", null, true, 0.2) };
        var description = run.Description with { GitCommit = Hostile };
        using (var written = RunDirectory.Create(
            directory.Path, run.Spec, run.Shape, description, new ManualTime()))
        {
            written.Survive(new(3, Hostile));
            written.Accept(null, Hostile);
            written.Accept(new CommunicationLedger([new(Hostile, "link", LedgerEntry.Sent, 2, 10)], []));
            written.Accept(run.Events[0]);
            written.Accept(new RunFailed(5, Hostile));
        }
        var page = Draw(directory);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName == "script");
        Assert.Equal(5, Regex.Count(page.Value, Regex.Escape(Hostile)));
        Assert.Contains("y<script>", page.Value);
    }

    [Fact]
    public void The_verdict_counts_standard_errors()
    {
        using var directory = new TemporaryDirectory();
        var run = new SampleRun();
        run.Write(directory.Path);
        using (var written = run.Create(directory.Path))
        {
            foreach (var fact in run.Events)
                written.Accept(fact);
            // measured: 1.5 and 1.5 − 10/30, each ± 0.01; the theory lies one and five standard errors below
            written.Accept(new ReferenceSolution("limit", 2, 0,
            [
                new ReferencePoint { Time = 0, Risk = 1.49 },
                new ReferencePoint { Time = 1.25, Risk = 1.5 - 10 / 30.0 - 0.05 },
            ]), "because");
        }
        var rows = Draw(directory).Descendants("tr").Skip(1).Take(2);
        Assert.Equal(
            ["0 1.500 0.010 1.490 0.67 % 1.0", "1.25 1.167 0.010 1.117 4.48 % 5.0"],
            rows.Select(row => string.Join(' ', row.Elements().Select(cell => cell.Value))));
    }

    [Fact]
    public void The_page_is_drawn_from_the_files_alone_and_alike_each_time()
    {
        using var directory = new TemporaryDirectory();
        new SampleRun().Write(directory.Path);
        var first = File.ReadAllBytes(ReportWriter.Draw(directory.Path));
        Assert.Equal(first, File.ReadAllBytes(ReportWriter.Draw(directory.Path)));
    }

    public static TheoryData<int> EveryPrefix => [.. Enumerable.Range(0, new SampleRun().Events.Count)];

    [Theory]
    [MemberData(nameof(EveryPrefix))]
    public void A_run_that_stopped_anywhere_can_be_shown(int facts)
    {
        using var directory = new TemporaryDirectory();
        var run = new SampleRun();
        using (var written = run.Create(directory.Path))
            foreach (var fact in run.Events.Take(facts))
                written.Accept(fact);
        Assert.Contains("was interrupted", Draw(directory).Value);
    }

    /// <summary>The page is a tree of elements that all close, so that an XML reader takes it too.</summary>
    private static XElement Draw(TemporaryDirectory directory)
    {
        var text = File.ReadAllText(ReportWriter.Draw(directory.Path));
        Assert.StartsWith("<!DOCTYPE html>\n", text);
        Assert.DoesNotMatch("<(div|p|td|th|span|section|style|title|figure|pre|code|dd|dt)( [^>]*)?/>", text);
        return XElement.Parse(text["<!DOCTYPE html>\n".Length..], LoadOptions.PreserveWhitespace);
    }
}
