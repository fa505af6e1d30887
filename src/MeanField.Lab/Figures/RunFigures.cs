using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Figures;

/// <summary>All figures that a run's files allow, drawn from the files alone.</summary>
public static class RunFigures
{
    /// <summary>In the order in which one reads them.</summary>
    public static IReadOnlyList<Figure> Of(RunRecord run) => run.Observations.IsEmpty
        ? []
        :
        [
            .. new[]
            {
                RiskFigure.Of(run),
                ForcesFigure.Of(run),
                ForceStepsFigure.Of(run),
                LearningCurveFigure.Of(run),
                HistogramFigure.Of(run),
                MomentsFigure.Of(run),
                PathsFigure.Of(run),
                ResidualsFigure.Of(run),
            }.OfType<Figure>(),
        ];

    /// <summary>Writes <c>figures/*.svg</c> and <c>*.png</c>.</summary>
    public static void Write(string directory, IEnumerable<Figure> figures)
    {
        var folder = Path.Combine(directory, RunFiles.Figures);
        Directory.CreateDirectory(folder);
        foreach (var figure in figures)
        {
            AtomicFile.WriteBytes(Path.Combine(folder, figure.Name + ".png"), FigureImage.Png(figure));
            var svg = FigureImage.Svg(figure).ToString();
            AtomicFile.WriteText(Path.Combine(folder, figure.Name + ".svg"), svg);
        }
    }
}
