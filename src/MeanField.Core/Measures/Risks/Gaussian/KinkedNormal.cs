namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>
/// f(length · X + bias) of X ~ N(0, 1) for piecewise linear f: A + B X + Σ_k c_k (X − s_k)₊.
/// </summary>
internal sealed class KinkedNormal
{
    /// <summary>
    /// Below this length a weight vector counts as zero: the kinks would lie beyond all numbers.
    /// </summary>
    private const double Smallest = 1e-150;

    public KinkedNormal(KinkForm f, double length, double bias)
    {
        var constant = length < Smallest;
        Constant = constant ? f.At(bias) : f.Constant + f.Slope * bias;
        Slope = constant ? 0 : f.Slope * length;
        Places = constant ? [] : Array.ConvertAll(f.Places, place => (place - bias) / length);
        Changes = constant ? [] : Array.ConvertAll(f.Changes, change => change * length);
        Densities = Array.ConvertAll(Places, NormalLaw.Density);
        Tails = Array.ConvertAll(Places, NormalLaw.Tail);
        (Mean, Gradient) = (Constant, Slope);
        for (var k = 0; k < Places.Length; k++)
        {
            Mean += Changes[k] * (Densities[k] - Places[k] * Tails[k]);
            Gradient += Changes[k] * Tails[k];
        }
    }

    /// <summary>A.</summary>
    public double Constant { get; }

    /// <summary>B.</summary>
    public double Slope { get; }

    /// <summary>s_k.</summary>
    public double[] Places { get; }

    /// <summary>c_k.</summary>
    public double[] Changes { get; }

    /// <summary>φ(s_k).</summary>
    public double[] Densities { get; }

    /// <summary>Q(s_k).</summary>
    public double[] Tails { get; }

    /// <summary>E f = A + Σ c_k (φ(s_k) − s_k Q(s_k)).</summary>
    public double Mean { get; }

    /// <summary>E f' = E f X = B + Σ c_k Q(s_k).</summary>
    public double Gradient { get; }

    /// <summary>E f².</summary>
    public double SecondMoment()
    {
        var sum = Constant * (2 * Mean - Constant) + Slope * (2 * Gradient - Slope);
        for (var k = 0; k < Places.Length; k++)
        {
            for (var l = 0; l < Places.Length; l++)
                sum += Changes[k] * Changes[l] * ExcessProduct(Places[k] <= Places[l] ? (k, l) : (l, k));
        }
        return sum;
    }

    /// <summary>E(X − s)₊(X − t)₊ = (1 + st) Q(t) − s φ(t) for s ≤ t.</summary>
    private double ExcessProduct((int Lower, int Upper) kinks)
    {
        var (s, t) = (Places[kinks.Lower], Places[kinks.Upper]);
        return (1 + s * t) * Tails[kinks.Upper] - s * Densities[kinks.Upper];
    }
}
