namespace MeanField.Theory.Integration;

/// <summary>∫ f dμ ≈ Σ_k weights_k f(nodes_k).</summary>
public sealed record QuadratureRule(double[] Nodes, double[] Weights)
{
    public int Count => Nodes.Length;

    public double Integrate(Func<double, double> f)
    {
        var sum = 0.0;
        for (var k = 0; k < Nodes.Length; k++)
            sum += Weights[k] * f(Nodes[k]);
        return sum;
    }

    /// <summary>The rule of the image measure.</summary>
    public QuadratureRule Map(Func<double, double> g) => new([.. Nodes.Select(g)], Weights);

    /// <summary>Without the nodes of negligible weight; the rest keeps the total mass.</summary>
    public QuadratureRule Pruned(double negligible = 1e-18)
    {
        var kept = Nodes.Zip(Weights).Where(pair => pair.Second > negligible).ToArray();
        var scale = Weights.Sum() / kept.Sum(pair => pair.Second);
        return new([.. kept.Select(pair => pair.First)], [.. kept.Select(pair => pair.Second * scale)]);
    }
}
