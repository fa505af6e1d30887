using MeanField.Core.Data;
using MeanField.Theory.Activations;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Population;

/// <summary>Turns data laws into weighted points: all of a finite law, and images of weighted normal
/// vectors for the others.</summary>
public static class SampleQuadrature
{
    private const int MostProductDimensions = 3;
    private const int MostHypercubeDimensions = 16;

    /// <summary>Why the law has no exact or product points; null where it has.</summary>
    public static string? Obstacle(DataSpec data) => data switch
    {
        ConstantData or FileData => null,
        HypercubeData cube => cube.Dimension <= MostHypercubeDimensions
            ? null
            : $"the hypercube has more than {MostHypercubeDimensions} dimensions to enumerate",
        NeuralTeacherData { Input: InputLaw.Sphere } => "inputs on the sphere have no product rule",
        _ => DimensionOf(data) <= MostProductDimensions
            ? null
            : $"Gaussian inputs in more than {MostProductDimensions} dimensions",
    };

    /// <summary>All of a finite law; null where the law is not finite, or too large.</summary>
    /// <param name="data">The law.</param>
    /// <param name="seed">Of the experiment: it splits a table.</param>
    public static WeightedSamples? Whole(DataSpec data, ulong seed) => data switch
    {
        ConstantData one => new(one.X.Count, [.. one.X], [one.Y], [1], 0, Exact: true),
        HypercubeData { Dimension: <= MostHypercubeDimensions } cube => Enumerate(cube),
        FileData table => OfRows(DataLaws.Rows(table, seed).Training),
        _ => null,
    };

    /// <summary>The rows of a table, each of the same weight.</summary>
    public static WeightedSamples OfRows(TestSet rows) => new(
        rows.Inputs.Length / rows.Count,
        rows.Inputs,
        rows.Targets,
        [.. Enumerable.Repeat(1.0 / rows.Count, rows.Count)],
        0,
        Exact: true);

    /// <summary>The points; <paramref name="nodes"/> per dimension for Gaussian inputs.</summary>
    public static WeightedSamples Of(DataSpec data, ulong seed, int nodes) =>
        Whole(data, seed) ?? OfNormals(data, Tensor(DimensionOf(data), nodes));

    /// <summary>The law as an image of weighted normal vectors of length d.</summary>
    public static WeightedSamples OfNormals(
        DataSpec data, IEnumerable<(double[] X, double Weight)> normals) => data switch
        {
            IsotropicGaussiansData law => Classes(normals, law.Dimension, law.Separation),
            AnisotropicGaussiansData law => Classes(normals, law.SignalDimension, law.Separation),
            _ => Regression(data, normals),
        };

    /// <summary>d, where the specification says it.</summary>
    public static int DimensionOf(DataSpec data) => data switch
    {
        IsotropicGaussiansData law => law.Dimension,
        AnisotropicGaussiansData law => law.Dimension,
        LinearTeacherData law => law.Dimension,
        QuadraticTeacherData law => law.Diagonal.Count,
        NeuralTeacherData law => law.Dimension,
        HypercubeData law => law.Dimension,
        ConstantData law => law.X.Count,
        _ => throw new NotSupportedException("only the table says how many features it has"),
    };

    private static WeightedSamples Enumerate(HypercubeData cube)
    {
        double[] Corner(int bits) =>
            [.. Enumerable.Range(0, cube.Dimension).Select(i => (bits >> i & 1) == 0 ? 1.0 : -1.0)];
        var corners = Enumerable.Range(0, 1 << cube.Dimension).Select(Corner).ToArray();
        return Build([.. corners.Select(x => (x, Fourier(cube, x), 1.0 / corners.Length))], 0, exact: true);
    }

    // y = Σ_m c_m Π_{i ∈ m} x_i
    private static double Fourier(HypercubeData cube, double[] x) =>
        cube.Monomials.Zip(cube.Coefficients, (monomial, coefficient) =>
            coefficient * monomial.Aggregate(1.0, (product, i) => product * x[i])).Sum();

    // y = ±1 with probability ½ and x | y ~ N(0, (1 ± Δ)²) on the signal's coordinates, N(0, 1) on the rest
    private static WeightedSamples Classes(
        IEnumerable<(double[] X, double Weight)> normals, int signal, double separation)
    {
        var points =
            from y in new[] { 1.0, -1.0 }
            from node in normals
            let x = node.X.Select((g, i) => i < signal ? (1 + y * separation) * g : g).ToArray()
            select (x, y, node.Weight / 2);
        return Build([.. points], 0, exact: false);
    }

    private static WeightedSamples Regression(
        DataSpec data, IEnumerable<(double[] X, double Weight)> normals)
    {
        var (target, noise) = Teacher(data);
        var points = normals.Select(node => (X: Input(data, node.X), node.Weight));
        return Build(
            [.. points.Select(node => (node.X, target(node.X), node.Weight))], noise * noise, exact: false);
    }

    // a normal vector, its direction, or its signs
    private static double[] Input(DataSpec data, double[] normal)
    {
        switch (data)
        {
            case NeuralTeacherData { Input: InputLaw.Sphere }:
                var norm = Math.Sqrt(normal.Sum(g => g * g) / normal.Length);
                return [.. normal.Select(g => g / norm)];
            case HypercubeData:
                return [.. normal.Select(g => g > 0 ? 1.0 : -1.0)];
            default:
                return normal;
        }
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
            case HypercubeData cube:
                return (x => Fourier(cube, x), 0);
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
        return product.Where(point => point.Weight > 1e-15);
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
