namespace MeanField.Core.Model.Activations;

/// <summary>How a knot lies in the table of a piecewise linear activation: t_k, σ_k, slope to the right.</summary>
internal static class PiecewiseLinearKnot
{
    public const int Stride = 3;
}
