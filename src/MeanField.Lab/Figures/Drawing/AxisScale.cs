using ScottPlot;
using ScottPlot.TickGenerators;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>Where numbers lie on an axis, and how it is labelled.</summary>
public abstract class AxisScale
{
    public abstract double Position(double value);

    /// <summary>Labels an axis that shows these numbers.</summary>
    public abstract ITickGenerator Ticks(double low, double high);

    /// <summary>Whether a number has a place on the axis.</summary>
    public virtual bool Shows(double value) => double.IsFinite(value);

    public static AxisScale Linear { get; } = new LinearScale();

    /// <summary>For densities: on roots the bars of a histogram stray alike wherever they are.</summary>
    public static AxisScale Root { get; } = new RootScale();

    /// <summary>Logarithmic where the numbers are positive and span more than so many decades.</summary>
    public static AxisScale Fitting(IEnumerable<double> values, double decades)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        return finite.Length > 1 && finite.Min() > 0 && finite.Max() / finite.Min() > Math.Pow(10, decades)
            ? new LogarithmicScale()
            : Linear;
    }

    /// <summary>
    /// For times: logarithmic where the positive ones span decades; 0 then stands apart on the left.
    /// </summary>
    public static AxisScale OfTimes(IEnumerable<double> times)
    {
        double[] positive = [.. times.Where(time => time > 0).Order()];
        var decades = positive.Length < 3 ? 0 : Math.Log10(positive[^1] / positive[0]);
        // evenly spaced times span decades too, but most of them lie in the last one
        var even = positive.Length >= 3 && positive[^1] / positive[0] < 1.5 * positive.Length;
        return decades >= 1.5 && !even ? new LogarithmicScale(zeroBefore: positive[0]) : Linear;
    }

    private sealed class LinearScale : AxisScale
    {
        public override double Position(double value) => value;

        public override ITickGenerator Ticks(double low, double high) => new NumericAutomatic
        {
            LabelFormatter = value => FigureNumber.Text(Math.Round(value, 12)),
            TickDensity = 0.55,
        };
    }
}

/// <summary>Roots at equal distances, of numbers that are not negative.</summary>
public sealed class RootScale : AxisScale
{
    private const double Labelled = 8.5;

    private static readonly int[] Digits = [8, 6, 4, 2, 1];

    public override double Position(double value) => Math.Sqrt(value);

    public override bool Shows(double value) => double.IsFinite(value) && value >= 0;

    /// <summary>Round numbers from the top, as many as have room, and 0.</summary>
    public override ITickGenerator Ticks(double low, double high)
    {
        var ticks = new NumericManual();
        ticks.AddMajor(0, FigureNumber.Text(0));
        var room = Position(high) / Labelled;
        var above = double.PositiveInfinity;
        for (var exponent = (int)Math.Floor(Math.Log10(high)); above > 2 * room; exponent--)
            foreach (var value in Digits.Select(digit => digit * Math.Pow(10, exponent)))
                if (value <= high && Position(value) >= room && above - Position(value) >= room)
                {
                    above = Position(value);
                    ticks.AddMajor(above, FigureNumber.Text(value));
                }
                else if (Position(value) < room)
                    return ticks;
        return ticks;
    }
}

/// <summary>
/// Powers of ten at equal distances; where asked for, 0 half a decade before the first number.
/// </summary>
public sealed class LogarithmicScale(double? zeroBefore = null) : AxisScale
{
    private const double ZeroGap = 0.6;

    // labels closer than this would touch
    private const int LabelledDecades = 7;

    public override double Position(double value) =>
        value > 0 ? Math.Log10(value) : Math.Log10(zeroBefore!.Value) - ZeroGap;

    public override bool Shows(double value) =>
        double.IsFinite(value) && (value > 0 || (value == 0 && zeroBefore is not null));

    public override ITickGenerator Ticks(double low, double high)
    {
        var ticks = new NumericManual();
        if (zeroBefore is not null && low <= 0)
            ticks.AddMajor(Position(0), "0");
        var start = zeroBefore is { } first && low <= 0 ? first : low;
        var (from, to) = ((int)Math.Floor(Math.Log10(start)), (int)Math.Ceiling(Math.Log10(high)));
        var every = 1 + (to - from) / LabelledDecades;
        // within a decade or two the powers alone would leave the axis bare
        int[] labelled = Math.Log10(high / start) < 1.6 ? [1, 2, 5] : [1];
        for (var exponent = from; exponent <= to; exponent++)
            for (var digit = 1; digit < 10; digit++)
                Add(
                    ticks, digit, exponent, start,
                    labelled: labelled.Contains(digit) && exponent % every == 0,
                    // over many decades the digits between would be a black bar
                    withMinor: every == 1);
        return ticks;
    }

    private static void Add(
        NumericManual ticks, int digit, int exponent, double start, bool labelled, bool withMinor)
    {
        var position = exponent + Math.Log10(digit);
        if (position < Math.Log10(start) - 0.5 * ZeroGap)
            return;
        if (labelled)
            ticks.AddMajor(position, Label(digit, exponent));
        else if (withMinor)
            ticks.AddMinor(position);
    }

    private static string Label(int digit, int exponent) => exponent is >= -3 and <= 3
        ? FigureNumber.Text(digit * Math.Pow(10, exponent))
        : (digit == 1 ? "" : digit + "·") + FigureNumber.PowerOfTen(exponent);
}
