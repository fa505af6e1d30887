namespace MeanField.Lab.Studies;

/// <summary>What a theory says of a number, as a rule that an interval passes, fails or leaves
/// open.</summary>
public abstract record Expectation
{
    /// <summary>In a table's words.</summary>
    public abstract string Text { get; }

    /// <summary>The value that is stated; null for a bound.</summary>
    public virtual double? Value => null;

    /// <summary>True: admitted; false: refused; null: the interval cannot tell.</summary>
    public abstract bool? Admits(Estimate measured);

    /// <summary>
    /// Exactly this value: the interval must contain it, and be no wider than ± the resolution.
    /// </summary>
    public static Expectation Equal(double value, double resolution) => new ExactValue(value, resolution);

    /// <summary>
    /// This value up to corrections of a stated size: the whole interval must lie that near to it.
    /// </summary>
    public static Expectation Near(double value, double tolerance) => new NearValue(value, tolerance);

    public static Expectation AtMost(double bound) => new UpperBound(bound);

    public static Expectation AtLeast(double bound) => new LowerBound(bound);

    private static string Number(double value) => Figures.Drawing.FigureNumber.Text(value);

    private sealed record ExactValue(double Stated, double Resolution) : Expectation
    {
        public override string Text => $"= {Number(Stated)}";

        public override double? Value => Stated;

        public override bool? Admits(Estimate measured)
        {
            if (!(measured.Low <= Stated && Stated <= measured.High))
                return false;
            return measured.HalfWidth <= Resolution ? true : null;
        }
    }

    private sealed record NearValue(double Stated, double Tolerance) : Expectation
    {
        public override string Text => $"{Number(Stated)} ± {Number(Tolerance)}";

        public override double? Value => Stated;

        public override bool? Admits(Estimate measured)
        {
            var (low, high) = (Stated - Tolerance, Stated + Tolerance);
            if (low <= measured.Low && measured.High <= high)
                return true;
            if (!double.IsFinite(measured.Value))
                return false;
            return measured.High < low || measured.Low > high ? false : null;
        }
    }

    private sealed record UpperBound(double Bound) : Expectation
    {
        public override string Text => $"≤ {Number(Bound)}";

        public override bool? Admits(Estimate measured)
        {
            if (measured.High <= Bound)
                return true;
            return measured.Low <= Bound ? null : false;
        }
    }

    private sealed record LowerBound(double Bound) : Expectation
    {
        public override string Text => $"≥ {Number(Bound)}";

        public override bool? Admits(Estimate measured)
        {
            if (measured.Low >= Bound)
                return true;
            return measured.High >= Bound ? null : false;
        }
    }
}
