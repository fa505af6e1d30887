namespace MeanField.Theory.TwoNorms;

/// <summary>The laws of |w₁|, |w₂| and |w|.</summary>
public sealed record TwoNormLaws(NormLaw Signal, NormLaw Rest, NormLaw Whole)
{
    public static TwoNormLaws Of(double[] state, double[] masses)
    {
        var (signal, rest) = (state[..masses.Length], state[masses.Length..]);
        double[] whole = [.. signal.Zip(rest, (a, b) => Math.Sqrt(a * a + b * b))];
        return new(
            NormLaw.OfCloud(signal, masses),
            NormLaw.OfCloud(rest, masses),
            NormLaw.OfCloud(whole, masses));
    }
}
