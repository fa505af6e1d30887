namespace MeanField.Theory.Radial;

/// <summary>How far the risk of finitely many neurons strays from the limit because their start is
/// drawn.</summary>
/// <remarks>
/// To first order in N^{-1/2}, R_N(t) − R(t) is the mean over neurons of the influence function I_t(r₀), the
/// derivative of R(t) as ρ₀ moves towards a point mass; so N Var R_N = Var_ρ₀ I_t. In the quantile level u of
/// r₀,
/// I_t is expanded in Legendre polynomials: with ρ₀ tilted by 1 + η P_l(2u − 1), dR/dη = ∫ I_t P_l du, and
/// Var I_t = Σ_l (2l + 1)(dR/dη)². At t = 0 it is 4 Var Ψ. The samples' noise, of order √ε, is left out.
/// </remarks>
public static class RadialFluctuation
{
    private const int Modes = 6;
    private const double Tilt = 0.02;

    /// <summary>lim √N sd(R_N) at the given times.</summary>
    public static double[] Of(
        RadialProblem problem, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        if (problem.Start() is RadialStart.Point)
            return new double[times.Count];
        var level = Risks(problem, _ => 1, times, cancellation);
        var variances = new double[times.Count];
        for (var mode = 1; mode <= Modes; mode++)
        {
            var l = mode;
            var tilted = Risks(problem, u => 1 + Tilt * Legendre(l, 2 * u - 1), times, cancellation);
            for (var i = 0; i < variances.Length; i++)
                variances[i] += (2 * l + 1) * Math.Pow((tilted[i] - level[i]) / Tilt, 2);
        }
        return [.. variances.Select(Math.Sqrt)];
    }

    private static double[] Risks(
        RadialProblem problem,
        Func<double, double> tilt,
        IReadOnlyList<double> times,
        CancellationToken cancellation)
    {
        var flow = new RadialFlow(problem, level: 0, tilt);
        var elapsed = 0.0;
        return [.. times.Select(time =>
        {
            var next = ElapsedTime.At(problem.Schedule, time);
            flow.Advance(next - elapsed, cancellation);
            elapsed = next;
            return flow.Risk;
        })];
    }

    private static double Legendre(int degree, double z)
    {
        var (previous, current) = (0.0, 1.0);
        for (var k = 0; k < degree; k++)
            (previous, current) = (current, ((2 * k + 1) * z * current - k * previous) / (k + 1));
        return current;
    }
}
