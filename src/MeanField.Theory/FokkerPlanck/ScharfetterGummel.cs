using System.Buffers;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>One implicit step of ∂ρ = ∂(ρ ∂Φ + κ ∂ρ) on equal cells without flux at the ends.</summary>
/// <remarks>
/// Scharfetter, Gummel 1969: the flux from cell i to i + 1 is (κ/h²)(B(v) ρ_i − B(−v) ρ_{i+1}) per mass, with
/// v = (Φ_{i+1} − Φ_i)/κ and B(v) = v/(e^v − 1). It vanishes for ρ ∝ e^{−Φ/κ}. The matrix 1 + dt·A is an
/// M-matrix whose columns add up to 1: positivity and mass are kept whatever the step.
/// </remarks>
public sealed class ScharfetterGummel(int cells, double width)
{
    /// <summary>Solves (1 + dt·A(Φ)) next = masses.</summary>
    public void Step(
        ReadOnlySpan<double> potential,
        double diffusion,
        double duration,
        ReadOnlySpan<double> masses,
        Span<double> next)
    {
        // borrowed, not kept: grids are values that several laws step on at once
        var scratch = ArrayPool<double>.Shared.Rent(3 * cells);
        var up = scratch.AsSpan(0, cells);
        var down = scratch.AsSpan(cells, cells);
        var pivots = scratch.AsSpan(2 * cells, cells);
        var rate = duration * diffusion / (width * width);
        for (var i = 0; i + 1 < cells; i++)
        {
            var v = (potential[i + 1] - potential[i]) / diffusion;
            // B(−v) = B(v) + v, without cancellation for v > 0
            var slow = rate * Bernoulli(Math.Abs(v));
            var fast = slow + rate * Math.Abs(v);
            (up[i], down[i]) = v > 0 ? (slow, fast) : (fast, slow);
        }
        // elimination without subtractions of rounded numbers: the pivot's excess over what flows up is kept
        var excess = 1.0;
        for (var i = 0; i < cells; i++)
        {
            var outflow = i + 1 < cells ? up[i] : 0;
            pivots[i] = excess + outflow;
            next[i] = masses[i] + (i > 0 ? up[i - 1] / pivots[i - 1] * next[i - 1] : 0);
            if (i + 1 < cells)
                excess = 1 + down[i] * (excess / pivots[i]);
        }
        next[cells - 1] /= pivots[cells - 1];
        for (var i = cells - 2; i >= 0; i--)
            next[i] = (next[i] + down[i] * next[i + 1]) / pivots[i];
        ArrayPool<double>.Shared.Return(scratch);
    }

    // v/(e^v − 1), by its series where the quotient loses digits
    private static double Bernoulli(double v) => Math.Abs(v) < 1e-3
        ? 1 - v / 2 + v * v / 12
        : v / double.ExpM1(v);
}
