using MeanField.Theory.Activations;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Population;

/// <summary>Turns data laws into weighted points: all of a finite law, tensor rules in up to three
/// dimensions.</summary>
public static class SampleQuadrature
{
    private const int MostGaussianDimensions = 3;
    private const int MostHypercubeDimensions = 16;

    /// <summary>Why the law has no such points; null where it has.</summary>
    public static string? Obstacle(DataSpec data) => data switch
    {
        ConstantData => null,
        HypercubeData cube => cube.Dimension <= MostHypercubeDimensions
            ? null
            : $"the hypercube has more than {MostHypercubeDimensions} dimensions to enumerate",
        FileData => "the law is a table",
        NeuralTeacherData { Input: InputLaw.Sphere } => "inputs on the sphere have no product rule",
        _ => DimensionOf(data) <= MostGaussianDimensions
            ? null
            : $"Gaussian inputs in more than {MostGaussianDimensions} dimensions",
    };

    /// <summary>The points; <paramref name="nodes"/> per dimension for Gaussian inputs.</summary>
    public static WeightedSamples Of(DataSpec data, int nodes) => data switch
    {
        ConstantData one => new(one.X.Count, [.. one.X], [one.Y], [1], 0, Exact: true),
        HypercubeData cube => Enumerate(cube),
        IsotropicGaussiansData law => Classes(law.Dimension, law.Dimension, law.Separation, nodes),
        AnisotropicGaussiansData law => Classes(law.Dimension, law.SignalDimension, law.Separation, nodes),
        _ => Regression(data, nodes),
    };

    private static int DimensionOf(DataSpec data) => data switch
    {
        IsotropicGaussiansData law => law.Dimension,
        AnisotropicGaussiansData law => law.Dimension,
        LinearTeacherData law => law.Dimension,
        QuadraticTeacherData law => law.Diagonal.Count,
        NeuralTeacherData law => law.Dimension,
        _ => int.MaxValue,
    };

    private static WeightedSamples Enumerate(HypercubeData cube)
    {
        double[] Corner(int bits) =>
            [.. Enumerable.Range(0, cube.Dimension).Select(i => (bits >> i & 1) == 0 ? 1.0 : -1.0)];
        var corners = Enumerable.Range(0, 1 << cube.Dimension).Select(Corner).ToArray();
        double Target(double[] x) => cube.Monomials.Zip(cube.Coefficients, (monomial, coefficient) =>
            coefficient * monomial.Aggregate(1.0, (product, i) => product * x[i])).Sum();
        return Build([.. corners.Select(x => (x, Target(x), 1.0 / corners.Length))], 0, exact: true);
    }

    // y = ±1 with probability ½ and x | y ~ N(0, (1 ± Δ)²) on the signal's coordinates, N(0, 1) on the rest
    private static WeightedSamples Classes(int dimension, int signal, double separation, int nodes)
    {
        var points =
            from y in new[] { 1.0, -1.0 }
            from node in Tensor(dimension, nodes)
            let x = node.X.Select((g, i) => i < signal ? (1 + y * separation) * g : g).ToArray()
            select (x, y, node.Weight / 2);
        return Build([.. points], 0, exact: false);
    }

    private static WeightedSamples Regression(DataSpec data, int nodes)
    {
        var (target, noise) = Teacher(data);
        return Build(
            [.. Tensor(DimensionOf(data), nodes).Select(node => (node.X, target(node.X), node.Weight))],
            noise * noise,
            exact: false);
    }

    private static (Func<double[], double> Target, double Noise) Teacher(DataSpec data)
    {
        switch (data)
        {
            case LinearTeacherData linear:
                return (x => linear.Teacher is { } theta ? Dot(theta, x) : x[0], linear.Noise);
            case QuadraticTeacherData quadratic:
                var mean = quadratic.Centered ? quadratic.Diagonal.Sum() : 0;
                return (x => quadratic.Diagonal.Select((b, i) => b * x[i] * x[i]).Sum() - mean, 0);
            case NeuralTeacherData neural:
                var sigma = Activation.Of(neural.Activation).Value;
                double Output(double[] x) =>
                    neural.Weights.Zip(neural.Amplitudes, (w, a) => a * sigma(Dot(w, x))).Sum();
                return (Output, neural.Noise);
            default:
                throw new NotSupportedException($"no quadrature of {data.GetType().Name}");
        }
    }

    private static IEnumerable<(double[] X, double Weight)> Tensor(int dimension, int nodes)
    {
        var rule = GaussRules.NormalBySteps(nodes);
        IEnumerable<(double[] X, double Weight)> product = [([], 1.0)];
        for (var i = 0; i < dimension; i++)
            product = [.. product.SelectMany(point => rule.Nodes.Zip(rule.Weights, (x, weight) =>
                (X: (double[])[.. point.X, x], Weight: point.Weight * weight)))];
        return product.Where(point => point.Weight > 1e-22);
    }

    private static WeightedSamples Build(
        (double[] X, double Y, double Weight)[] points, double noise, bool exact)
    {
        var total = points.Sum(point => point.Weight);
        return new WeightedSamples(
            points[0].X.Length,
            [.. points.SelectMany(point => point.X)],
            [.. points.Select(point => point.Y)],
            [.. points.Select(point => point.Weight / total)],
            noise,
            exact);
    }

    private static double Dot(IEnumerable<double> a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
