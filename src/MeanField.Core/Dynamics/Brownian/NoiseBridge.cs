namespace MeanField.Core.Dynamics.Brownian;

/// <summary>
/// The law of a window's noise as a particle needs it: where its walk ends, and what the samples see of it on
/// the way.
/// </summary>
/// <remarks>
/// In every coordinate the walk ω_{n+1} = D_n ω_n + c_n g_n, ω_0 = 0, has Var ω_n = v_n and Cov(ω_n, ω_S) =
/// v_n E_n with E_n = D_n … D_{S−1}; given its end it is a bridge, of covariance B(n, m) = v_n D_n … D_{m−1}
/// f_m / v_S (n ≤ m), where f_m = v_S − E_m² v_m is the noise still to come. Hence, with h ∈ R^d and z ∈ R^s
/// standard normal and x_l a sample of step n,
///
///     ω_S = √v_S h,    ⟨ω_n, x_l⟩ = (v_n E_n / √v_S) ⟨h, x_l⟩ + (L z)_l,    L Lᵀ = B ∘ Gram (x)
///
/// have the joint law of the walk: d + s normals instead of s d.
/// </remarks>
internal sealed unsafe class NoiseBridge(WindowPlan plan)
{
    /// <summary>
    /// Variance of z_l, relative to that of what it adds to, below which a sample tells nothing new.
    /// </summary>
    private readonly double _leastPivot = plan.Layout.Lanes == 16 ? 1e-12 : 1e-8;

    /// <summary>
    /// A walk that ends nearer than this is none: its covariances, squares of it, would round to 0 where others
    /// divide by them.
    /// </summary>
    private readonly double _leastEnd = plan.Layout.Lanes == 16 ? 1e-140 : 1e-17;

    private readonly int _batch = plan.Batch;
    private readonly double[] _variance = new double[plan.StepsPerWindow + 1];
    private readonly double[] _left = new double[plan.StepsPerWindow + 1];
    private readonly double[] _toCome = new double[plan.StepsPerWindow + 1];
    private readonly double[] _covariance = new double[plan.StepsPerWindow * plan.StepsPerWindow];

    /// <summary>√v_S; 0 where there is no noise to speak of.</summary>
    public double End { get; private set; }

    /// <summary>
    /// L, row by row: samples × <see cref="Stride"/>; 0 on the diagonal where a sample tells nothing new.
    /// </summary>
    public double[] Factor { get; } = new double[plan.Samples * plan.Samples];

    public int Stride { get; } = plan.Samples;

    /// <summary>E_n: what the decays from step n on leave.</summary>
    public double Left(int step) => _left[step];

    /// <summary>v_n E_n / √v_S: how much of h a sample of step n sees.</summary>
    public double Share(int step) => End == 0 ? 0 : _variance[step] * _left[step] / End;

    /// <summary>f_n / √v_S.</summary>
    public double ToCome(int step) => End == 0 ? 0 : _toCome[step] / End;

    /// <summary>B(n, m).</summary>
    public double Covariance(int n, int m) =>
        _covariance[Math.Min(n, m) * plan.StepsPerWindow + Math.Max(n, m)];

    /// <param name="decays">D_n.</param>
    /// <param name="scales">c_n.</param>
    /// <param name="gram">⟨x_j, x_l⟩, samples × <see cref="Stride"/>.</param>
    /// <param name="constant">What is added to every product: 1 where the bias walks too.</param>
    public void Open(ReadOnlySpan<double> decays, ReadOnlySpan<double> scales, double* gram, double constant)
    {
        var steps = decays.Length;
        for (var n = 0; n < steps; n++)
            _variance[n + 1] = decays[n] * decays[n] * _variance[n] + scales[n] * scales[n];
        var end = Math.Sqrt(_variance[steps]);
        (_left[steps], _toCome[steps], End) = (1, 0, end < _leastEnd ? 0 : end);
        for (var n = steps - 1; n >= 0; n--)
        {
            _toCome[n] = _toCome[n + 1] + _left[n + 1] * _left[n + 1] * scales[n] * scales[n];
            _left[n] = _left[n + 1] * decays[n];
        }
        for (var n = 0; n < steps; n++)
        {
            var transported = End == 0 ? 0 : _variance[n] / _variance[steps];
            for (var m = n; m < steps; transported *= decays[m++])
                _covariance[n * plan.StepsPerWindow + m] = transported * _toCome[m];
        }
        Factorise(steps * _batch, gram, constant);
    }

    /// <summary>Cholesky's factor of B ∘ Gram, row by row; samples of the first step see no noise.</summary>
    private void Factorise(int samples, double* gram, double constant)
    {
        for (var l = _batch; l < samples; l++)
        {
            var row = Factor.AsSpan(l * Stride, Stride);
            for (var j = _batch; j < l; j++)
            {
                var other = Factor.AsSpan(j * Stride, Stride);
                var pivot = other[j];
                row[j] = pivot == 0 ? 0 : (Entry(j, l) - Inner(row, other, j)) / pivot;
            }
            var whole = Entry(l, l);
            var rest = whole - Inner(row, row, l);
            row[l] = rest > _leastPivot * whole ? Math.Sqrt(rest) : 0;
        }

        double Entry(int j, int l) => Covariance(j / _batch, l / _batch) * (gram[j * Stride + l] + constant);
    }

    private double Inner(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int end)
    {
        var sum = 0.0;
        for (var i = _batch; i < end; i++)
            sum = Math.FusedMultiplyAdd(a[i], b[i], sum);
        return sum;
    }
}
