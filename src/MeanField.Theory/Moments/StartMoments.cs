using MathNet.Numerics.LinearAlgebra;

namespace MeanField.Theory.Moments;

/// <summary>First and second moments of the weights at the start.</summary>
/// <param name="Mean">E w.</param>
/// <param name="Second">E w wᵀ.</param>
public sealed record StartMoments(Vector<double> Mean, Matrix<double> Second)
{
    /// <summary>tr Cov w.</summary>
    public double Spread => Second.Trace() - Mean * Mean;

    public static StartMoments Of(WeightLaw law, int dimension) => law switch
    {
        GaussianWeights gaussian => Isotropic(gaussian.Scale * gaussian.Scale, dimension),
        SphereWeights sphere => Isotropic(sphere.Radius * sphere.Radius, dimension),
        FixedWeights point => OfRows([[.. point.Value]]),
        RowWeights rows => OfRows([.. rows.Values.Select(row => row.ToArray())]),
        _ => throw new NotSupportedException($"no moments of {law.GetType().Name}"),
    };

    private static StartMoments Isotropic(double squaredNorm, int dimension) => new(
        Vector<double>.Build.Dense(dimension),
        Matrix<double>.Build.DenseIdentity(dimension) * (squaredNorm / dimension));

    private static StartMoments OfRows(double[][] rows)
    {
        var matrix = Matrix<double>.Build.DenseOfRowArrays(rows);
        return new(matrix.ColumnSums() / rows.Length, matrix.TransposeThisAndMultiply(matrix) / rows.Length);
    }
}
