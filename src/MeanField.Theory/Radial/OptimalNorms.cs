using System.Collections.Immutable;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace MeanField.Theory.Radial;

/// <summary>The rotation-invariant law of least risk, and the best one that has a single norm.</summary>
/// <remarks>
/// R(ρ̄) = Σ_k q_k (y_k − α∫φ(rR_k)ρ̄)² is convex in ρ̄, so that symmetrising any law does not raise it:
/// this is the
/// infimum over all laws, and a lower bound of R_N. Fully corrective Frank–Wolfe: the norm of least ψ joins
/// the
/// atoms, whose masses are solved anew. R(ρ̄) − inf R ≤ 2(∫ψρ̄ − min ψ), which certifies the answer.
/// </remarks>
public sealed class OptimalNorms
{
    private const int MostRounds = 400;
    private const double Settled = 1e-12;
    private const double NoMass = 1e-13;

    private readonly RadialData _data;
    private readonly double _scale;
    private readonly double[] _grid;
    private readonly Vector<double>[] _responses;
    private readonly IProfile _profile;

    /// <param name="problem">Data, activation and scale; its start plays no part.</param>
    /// <param name="largest">The largest norm that is looked at.</param>
    /// <param name="places">How many norms are looked at, from 0; closer together where they are
    /// small.</param>
    public OptimalNorms(RadialProblem problem, double largest = 60, int places = 2401)
    {
        const int nodes = 24;
        (_data, _scale, _profile) = (problem.Data(nodes), problem.OutputScale, problem.Profile(nodes));
        _grid = [.. Enumerable.Range(0, places).Select(i => largest * Math.Pow(i / (places - 1.0), 2))];
        _responses = [.. _grid.Select(Response)];
        (PointNorm, PointRisk) = BestPoint();
    }

    /// <summary>The norm r of the best δ_r, and its risk.</summary>
    public double PointNorm { get; }

    public double PointRisk { get; }

    /// <summary>∫ψ dδ_r − min ψ at the best point: 0 where no other law is better.</summary>
    public double PointGap
    {
        get
        {
            var response = Response(PointNorm);
            var residual = Residual(response);
            return _responses.Max(other => Inner(residual, other - response));
        }
    }

    /// <summary>Atoms of the best law on the grid, its risk, and how far below it the infimum may
    /// be.</summary>
    public (ImmutableArray<(double Norm, double Mass)> Atoms, double Risk, double Gap) Best()
    {
        List<int> support = [Enumerable.Range(0, _grid.Length).MinBy(i => Square(Residual(_responses[i])))];
        double[] masses = [1];
        for (var round = 0; ; round++)
        {
            var mean = support.Zip(masses, (i, mass) => _responses[i] * mass).Aggregate((a, b) => a + b);
            var residual = Residual(mean);
            var next = Enumerable.Range(0, _grid.Length).MaxBy(i => Inner(residual, _responses[i]));
            var gap = 2 * Inner(residual, _responses[next] - mean);
            if (gap < Settled || support.Contains(next) || round == MostRounds)
                return ([.. support.Zip(masses, (i, mass) => (_grid[i], mass))], Square(residual), gap);
            support.Add(next);
            masses = Balance(support, [.. masses, 0]);
        }
    }

    // α φ(rR_k) over k
    private Vector<double> Response(double norm) =>
        Vector<double>.Build.Dense(_data.Count, k => _scale * _profile.Value(norm * _data.Norms[k]));

    private Vector<double> Residual(Vector<double> mean) =>
        Vector<double>.Build.Dense(_data.Count, k => _data.Targets[k] - mean[k]);

    private double Inner(Vector<double> a, Vector<double> b)
    {
        var sum = 0.0;
        for (var k = 0; k < _data.Count; k++)
            sum += _data.Weights[k] * a[k] * b[k];
        return sum;
    }

    private double Square(Vector<double> a) => Inner(a, a);

    private (double Norm, double Risk) BestPoint()
    {
        double Risk(double norm) => Square(Residual(Response(norm)));
        var start = Enumerable.Range(0, _grid.Length).MinBy(i => Square(Residual(_responses[i])));
        var (low, high) = (_grid[Math.Max(start - 1, 0)], _grid[Math.Min(start + 1, _grid.Length - 1)]);
        var best = FindMinimum.OfScalarFunctionConstrained(Risk, low, high, 1e-10);
        return (best, Risk(best));
    }

    /// <summary>The masses of least risk on the support; atoms that would become negative leave it.</summary>
    private double[] Balance(List<int> support, double[] masses)
    {
        while (true)
        {
            var wanted = Unconstrained(support);
            if (wanted.All(mass => mass > NoMass))
                return wanted;
            var step = Enumerable.Range(0, masses.Length).Where(i => wanted[i] <= NoMass)
                .Min(i => masses[i] / Math.Max(masses[i] - wanted[i], NoMass));
            masses = [.. masses.Zip(wanted, (mass, want) => mass + step * (want - mass))];
            var gone = Enumerable.Range(0, masses.Length)
                .Where(i => wanted[i] <= NoMass).MinBy(i => masses[i]);
            support.RemoveAt(gone);
            masses = [.. masses.Where((_, i) => i != gone)];
        }
    }

    // stationary masses of sum 1: Σ_j ⟨φ_i, φ_j⟩ m_j + μ = ⟨φ_i, y⟩
    private double[] Unconstrained(List<int> support)
    {
        var count = support.Count;
        var matrix = Matrix<double>.Build.Dense(count + 1, count + 1, (i, j) => (i < count, j < count) switch
        {
            (true, true) => Inner(_responses[support[i]], _responses[support[j]]),
            (false, false) => 0,
            _ => 1,
        });
        var targets = Vector<double>.Build.DenseOfArray(_data.Targets);
        var right = Vector<double>.Build.Dense(
            count + 1, i => i < count ? Inner(_responses[support[i]], targets) : 1);
        return [.. matrix.Svd().Solve(right).Take(count)];
    }
}
