using MeanField.Lab.Animations;
using MeanField.Lab.Figures;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Reports;

/// <summary>Draws a run from its files alone: figures, animations, and the page around them.</summary>
public static class ReportWriter
{
    /// <summary>
    /// Writes <c>figures/</c>, <c>animations/</c> and <c>report.html</c> anew and returns the page's path.
    /// </summary>
    /// <exception cref="RunDirectoryException">No run is there, or its files are damaged.</exception>
    public static string Draw(string directory)
    {
        var run = RunDirectory.Open(directory);
        var figures = RunFigures.Of(run);
        RunFigures.Write(directory, figures);
        var animations = RunAnimations.Of(run);
        RunAnimations.Write(directory, animations);
        var page = Path.Combine(directory, RunFiles.Report);
        AtomicFile.WriteText(page, ReportPage.Of(run, figures, animations));
        return page;
    }
}
