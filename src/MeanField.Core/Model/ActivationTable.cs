using MeanField.Core.Model.Activations;
using MeanField.Core.Numerics;
using MeanField.Core.Specification;

namespace MeanField.Core.Model;

/// <summary>The numbers that a parametrised activation reads, in native memory for kernels.</summary>
internal static unsafe class ActivationTable
{
    public static AlignedBuffer<double> Of(ActivationSpec activation) => activation switch
    {
        PiecewiseLinearActivation(var knots) => Copy(Pieces(knots)),
        PolynomialActivation(var coefficients) => Copy(coefficients.AsSpan()),
        _ => new AlignedBuffer<double>(0),
    };

    /// <summary>Knots with the slope of the piece that starts there; nothing rises beyond the last.</summary>
    private static double[] Pieces(Rows knots)
    {
        var pieces = new double[knots.Count * PiecewiseLinearKnot.Stride];
        for (var k = 0; k < knots.Count; k++)
        {
            var (t, value) = (knots[k][0], knots[k][1]);
            pieces[PiecewiseLinearKnot.Stride * k] = t;
            pieces[PiecewiseLinearKnot.Stride * k + 1] = value;
            if (k + 1 < knots.Count)
                pieces[PiecewiseLinearKnot.Stride * k + 2] = (knots[k + 1][1] - value) / (knots[k + 1][0] - t);
        }
        return pieces;
    }

    private static AlignedBuffer<double> Copy(ReadOnlySpan<double> values)
    {
        var buffer = new AlignedBuffer<double>(values.Length);
        values.CopyTo(new Span<double>(buffer.Pointer, values.Length));
        return buffer;
    }
}
