using System.Text.Json.Nodes;
using MeanField.Core.Tests.Support;
using MeanField.Lab.Studies;
using MeanField.Lab.Studies.Publishing;

namespace MeanField.Lab.Tests.Studies;

public class VerifyFilesTests
{
    [Fact]
    public void A_verification_leaves_numbers_figures_and_a_page_that_needs_nothing_else()
    {
        using var directory = new TemporaryDirectory();
        var claim = Claims.Find("risk-expansion")!;
        var finding = claim.Measure(new(Effort.Tiny, Cores: 1));
        VerifyFiles.Write(directory.Path, new(Effort.Tiny, [new(claim, finding, TimeSpan.FromSeconds(1))]));

        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(directory.Path, "verify.json")))!;
        var written = Assert.Single(json["claims"]!.AsArray())!;
        Assert.Equal("explained", written["verdict"]!.GetValue<string>());
        Assert.Equal(finding.Checks.Length, written["checks"]!.AsArray().Count);
        Assert.Equal(1, json["explained"]!.GetValue<int>());

        var csv = File.ReadAllLines(Path.Combine(directory.Path, "risk-expansion.csv"));
        Assert.Equal("particles,risk,expanded,asPrinted,external", csv[0]);
        Assert.Equal(finding.Tables[0].Rows.Length + 1, csv.Length);

        var page = File.ReadAllText(Path.Combine(directory.Path, "verify.html"));
        Assert.Contains(claim.Name, page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(directory.Path, "figures", "risk-expansion.png")));

        var lines = File.ReadAllLines(Path.Combine(directory.Path, "verify.md"));
        var rows = lines.TakeWhile(line => line.Length > 0).ToArray();
        Assert.Equal(2 + finding.Checks.Length, rows.Length);
        Assert.All(rows, row => Assert.Equal(7, row.Replace("\\|", "").Count(c => c == '|')));
    }

    [Theory]
    [InlineData(Effort.Quick, "meanfield verify flat-point")]
    [InlineData(Effort.Thorough, "meanfield verify flat-point --thorough")]
    public void A_claim_says_what_measures_it_again(Effort effort, string command) =>
        Assert.Equal(command, CheckWords.Command(Claims.Find("flat-point")!, effort));
}
