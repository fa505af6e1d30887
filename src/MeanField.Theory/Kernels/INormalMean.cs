namespace MeanField.Theory.Kernels;

/// <summary>E σ^{(n)}(u) for normal u.</summary>
public interface INormalMean
{
    /// <summary>No quadrature is behind it, and every derivative is there.</summary>
    bool InClosedForm { get; }

    double Of(double mean, double variance, int derivative);
}
