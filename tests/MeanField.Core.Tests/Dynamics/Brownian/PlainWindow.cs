namespace MeanField.Core.Tests.Dynamics.Brownian;

/// <summary>
/// A window's walk ω_{n+1} = D_n ω_n + c_n g_n in plain matrices, and its path from the end's and the
/// samples' normals.
/// </summary>
internal sealed class PlainWindow(double[] decays, double[] scales, double[][] inputs, int batch)
{
    public double[] Decays => decays;

    public double[][] Inputs => inputs;

    public int Steps => decays.Length;

    /// <summary>Cov(ω_n, ω_m) of one coordinate: Σ_k a_nk a_mk, where ω_n = Σ_k a_nk g_k.</summary>
    public double Covariance(int n, int m) =>
        Enumerable.Range(0, Math.Min(n, m)).Sum(k => Weight(n, k) * Weight(m, k));

    /// <summary>The covariance given the end.</summary>
    public double Bridge(int n, int m) =>
        Covariance(n, m) - Covariance(n, Steps) * Covariance(m, Steps) / Covariance(Steps, Steps);

    /// <summary>ω_0 … ω_S.</summary>
    /// <param name="end">h.</param>
    /// <param name="inner">z, from the second step's first sample on.</param>
    /// <param name="path">Increments of the walk that fills in what no sample saw.</param>
    public double[][] Path(double[] end, double[] inner, double[][] path)
    {
        var (count, variance) = (inputs.Length - batch, Covariance(Steps, Steps));
        var bridge = Enumerable.Range(0, Steps + 1).Select(n => Residual(n, path)).ToArray();
        var factor = Cholesky(count);
        var differences = new double[count];
        for (var l = 0; l < count; l++)
        {
            var shown = Enumerable.Range(0, l + 1).Sum(j => factor[l, j] * inner[j]);
            differences[l] = shown - Dot(bridge[StepOf(l)], inputs[batch + l]);
        }
        var y = Solve(factor, differences);
        return [.. Enumerable.Range(0, Steps + 1).Select(n => Enumerable.Range(0, end.Length).Select(c =>
            Covariance(n, Steps) / Math.Sqrt(variance) * end[c] + bridge[n][c]
            + Enumerable.Range(0, count).Sum(l => Bridge(n, StepOf(l)) * y[l] * inputs[batch + l][c])).ToArray())];
    }

    private double Weight(int n, int k)
    {
        var weight = scales[k];
        for (var p = k + 1; p < n; p++)
            weight *= decays[p];
        return weight;
    }

    private double[] Residual(int n, double[][] path)
    {
        var share = Covariance(n, Steps) / Covariance(Steps, Steps);
        return [.. Enumerable.Range(0, path[0].Length).Select(c =>
            Walk(n, c) - share * Walk(Steps, c))];

        double Walk(int end, int c) => Enumerable.Range(0, end).Sum(k => Weight(end, k) * path[k][c]);
    }

    private int StepOf(int l) => 1 + l / batch;

    private double[,] Cholesky(int count)
    {
        var factor = new double[count, count];
        for (var j = 0; j < count; j++)
            for (var l = j; l < count; l++)
            {
                var rest = Bridge(StepOf(j), StepOf(l)) * Dot(inputs[batch + j], inputs[batch + l]);
                for (var k = 0; k < j; k++)
                    rest -= factor[j, k] * factor[l, k];
                factor[l, j] = l == j ? Math.Sqrt(rest) : rest / factor[j, j];
            }
        return factor;
    }

    /// <summary>(L Lᵀ)⁻¹ b.</summary>
    private static double[] Solve(double[,] factor, double[] b)
    {
        var x = (double[])b.Clone();
        for (var l = 0; l < x.Length; l++)
        {
            for (var j = 0; j < l; j++)
                x[l] -= factor[l, j] * x[j];
            x[l] /= factor[l, l];
        }
        for (var l = x.Length - 1; l >= 0; l--)
        {
            for (var m = l + 1; m < x.Length; m++)
                x[l] -= factor[m, l] * x[m];
            x[l] /= factor[l, l];
        }
        return x;
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (p, q) => p * q).Sum();
}
