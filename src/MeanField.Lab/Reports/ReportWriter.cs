using MeanField.Lab.Figures;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Reports;

/// <summary>Draws a run from its files alone: the figures, and the page around them.</summary>
public static class ReportWriter
{
    /// <summary>Writes <c>figures/</c> and <c>report.html</c> anew and returns the page's path.</summary>
    /// <exception cref="RunDirectoryException">No run is there, or its files are damaged.</exception>
    public static string Draw(string directory)
    {
        var run = RunDirectory.Open(directory);
        var figures = RunFigures.Of(run);
        RunFigures.Write(directory, figures);
        var page = Path.Combine(directory, RunFiles.Report);
        AtomicFile.WriteText(page, ReportPage.Of(run, figures));
        return page;
    }
}
