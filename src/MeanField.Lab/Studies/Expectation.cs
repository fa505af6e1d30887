namespace MeanField.Lab.Studies;

/// <summary>What a theory says of a number, as a rule that an interval passes, fails or leaves open.</summary>
public abstract record Expectation
{
    /// <summary>In a table's words.</summary>
    public abstract string Text { get; }

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

    private sealed record ExactValue(double Value, double Resolution) : Expectation
    {
        public override string Text => $"= {Number(Value)}";

        public override bool? Admits(Estimate measured)
        {
            if (!(measured.Low <= Value && Value <= measured.High))
                return false;
            return measured.HalfWidth <= Resolution ? true : null;
        }
    }

    private sealed record NearValue(double Value, double Tolerance) : Expectation
    {
        public override string Text => $"{Number(Value)} ± {Number(Tolerance)}";

        public override bool? Admits(Estimate measured)
        {
            var (low, high) = (Value - Tolerance, Value + Tolerance);
            if (low <= measured.Low && measured.High <= high)
                return true;
            return measured.High < low || measured.Low > high || !double.IsFinite(measured.Value) ? false : null;
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
