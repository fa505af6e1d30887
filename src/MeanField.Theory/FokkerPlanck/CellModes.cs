using MeanField.Theory.Integration;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>What a network on cells can be: neurons as combinations of few orthonormal functions of the
/// sample.</summary>
/// <remarks>
/// σ*(x; θ_i) = Σ_k e_k(x) values_k,i with E e_k e_l = δ_kl, by Gram–Schmidt over cells, always of the
/// neuron that
/// is represented worst: R = remainder + Σ_k (targets_k − f_k)², and all that the dynamics need is as it was.
/// </remarks>
/// <param name="Values">For every function, one number a cell.</param>
/// <param name="Targets">E y e_k.</param>
/// <param name="Remainder">Of E y², what no network reaches.</param>
public sealed record CellModes(double[][] Values, double[] Targets, double Remainder)
{
    // of the square of the largest neuron: what may be left of any
    private const double Negligible = 1e-13;

    // cells that functions are chosen from; neurons between them are as good as these
    private const int MostCandidates = 600;

    /// <param name="values">σ* of every sample in every cell.</param>
    /// <param name="targets">y_k.</param>
    /// <param name="weights">q_k, of sum 1.</param>
    /// <param name="noiseVariance">Var(y | x).</param>
    public static CellModes Of(double[][] values, double[] targets, double[] weights, double noiseVariance)
    {
        var roots = weights.Select(Math.Sqrt).ToArray();
        var functions = Functions(values, roots);
        var modes = functions.Select(_ => new double[values[0].Length]).ToArray();
        for (var k = 0; k < values.Length; k++)
            for (var f = 0; f < modes.Length; f++)
                Lanes.Add(roots[k] * functions[f][k], values[k], modes[f]);
        double[] goals = [.. functions.Select(unit => unit.Select((e, k) => e * roots[k] * targets[k]).Sum())];
        var square = noiseVariance + targets.Select((y, k) => weights[k] * y * y).Sum();
        return new(modes, goals, Math.Max(0, square - goals.Sum(goal => goal * goal)));
    }

    // e_k √q, orthonormal
    private static List<double[]> Functions(double[][] values, double[] roots)
    {
        var stride = 1 + values[0].Length / MostCandidates;
        double[][] candidates = [.. Enumerable.Range(0, values[0].Length).Where(i => i % stride == stride / 2)
            .Select(i => values.Select((row, k) => roots[k] * row[i]).ToArray())];
        double[] remaining = [.. candidates.Select(neuron => Lanes.Dot(neuron, neuron))];
        var floor = Negligible * remaining.Max();
        var functions = new List<double[]>();
        while (functions.Count < values.Length && remaining.Max() is var worst && worst > floor)
        {
            var pivot = Array.IndexOf(remaining, worst);
            var function = (double[])candidates[pivot].Clone();
            // twice is enough (Kahan, Parlett)
            for (var pass = 0; pass < 2; pass++)
                foreach (var earlier in functions)
                    Lanes.Add(-Lanes.Dot(function, earlier), earlier, function);
            var norm = Math.Sqrt(Lanes.Dot(function, function));
            functions.Add([.. function.Select(value => value / norm)]);
            remaining = [.. remaining.Zip(
                candidates, (left, neuron) => left - Math.Pow(Lanes.Dot(neuron, functions[^1]), 2))];
            remaining[pivot] = 0;
        }
        return functions;
    }
}
