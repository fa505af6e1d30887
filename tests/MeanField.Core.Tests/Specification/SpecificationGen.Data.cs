using CsCheck;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

public static partial class SpecificationGen
{
    public static Gen<DataSpec> RunnableData =>
        Gen.Int[1, MostDimensions].SelectMany(dimension => Gen.OneOf<DataSpec>(
            Gen.Double[0, 0.9].Select(separation => new IsotropicGaussiansData(dimension, separation)),
            Anisotropic(dimension),
            Linear(dimension),
            Gen.Select(Vector(dimension), Gen.Bool, (b, centered) => new QuadraticTeacherData(b, centered)),
            Neural(dimension),
            Hypercube(dimension),
            Gen.Select(Vector(dimension), Gen.Double[-1, 1], (x, y) => new ConstantData(x, y))));

    private static Gen<AnisotropicGaussiansData> Anisotropic(int dimension) =>
        Gen.Select(
            Gen.Double[0, 0.9],
            Gen.Int[1, dimension],
            (separation, signal) => new AnisotropicGaussiansData(dimension, separation, signal));

    private static Gen<LinearTeacherData> Linear(int dimension) =>
        Gen.Select(
            Gen.Bool,
            Vector(dimension),
            Gen.Double[0, 1],
            (unit, teacher, noise) => new LinearTeacherData(dimension, unit ? null : teacher, noise));

    private static Gen<NeuralTeacherData> Neural(int dimension) =>
        from activation in Activation
        from neurons in Gen.Int[1, 4]
        from weights in Matrix(neurons, dimension)
        from amplitudes in Vector(neurons)
        from noise in Gen.Double[0, 1]
        from input in Gen.Enum<InputLaw>()
        select new NeuralTeacherData(dimension, activation, weights, amplitudes, noise, input);

    private static Gen<HypercubeData> Hypercube(int dimension) =>
        from count in Gen.Int[1, 3]
        from monomials in Gen.Bool.Array[dimension].Select(Chosen).Array[count]
        from coefficients in Vector(count)
        select new HypercubeData(dimension, [.. monomials], coefficients);

    private static EquatableList<int> Chosen(bool[] chosen) =>
        [.. Enumerable.Range(0, chosen.Length).Where(i => chosen[i])];

    private static Gen<FileData> File =>
        from path in Gen.OneOf("table.csv", "deep/table.npy", "a name – with \"signs\".csv")
        from features in Gen.OneOf<EquatableList<string>?>(null, ["x"], ["x", "0", "z²"])
        from standardize in Gen.Bool
        from holdout in Gen.Double[0.1, 0.9]
        from hash in Gen.OneOf<string?>(null, new string('a', 64))
        select new FileData(path, "y", features, standardize, holdout, hash);
}
