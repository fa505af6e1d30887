using MeanField.Lab.Figures.Drawing;
using ScottPlot;

namespace MeanField.Lab.Studies.Charts;

/// <summary>Series that differ in one size: colours in the order of the sizes, and their key.</summary>
internal static class RankedSeries
{
    public static Color Color(int index, int count) => FigureColors.Along(index / Math.Max(count - 1.0, 1));

    public static KeyEntry[] Key(IReadOnlyList<string> labels, KeyMark mark) =>
        [.. labels.Select((label, i) => new KeyEntry(label, Color(i, labels.Count), mark))];
}
