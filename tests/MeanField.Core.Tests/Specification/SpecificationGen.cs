using CsCheck;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Specification;

/// <summary>
/// Draws valid specifications of every kind, small enough to run in milliseconds. Other test projects compile
/// the
/// files <c>SpecificationGen*.cs</c> too.
/// </summary>
public static partial class SpecificationGen
{
    private const int MostDimensions = 6;

    /// <summary>Specifications that run as they are.</summary>
    public static readonly Gen<ExperimentSpec> Runnable = Experiment(RunnableData);

    /// <summary>As <see cref="Runnable"/>, and also such as read a file that need not exist.</summary>
    public static readonly Gen<ExperimentSpec> Any = Experiment(Gen.OneOf<DataSpec>(RunnableData, File));

    private static Gen<ExperimentSpec> Experiment(Gen<DataSpec> laws) =>
        from seed in Gen.ULong
        from data in laws
        from network in Network(Dimension(data))
        from training in Training
        from observe in Observe(Dimension(data), network, training)
        from compute in Compute
        from communication in Communication
        select new ExperimentSpec
        {
            Name = "drawn",
            Seed = seed,
            Network = network,
            Data = data,
            Training = training,
            Observe = observe,
            Compute = compute,
            Communication = communication,
        };

    private static Gen<CommunicationSpec> Communication => Gen.OneOf<CommunicationSpec>(
        Gen.Const(new ExactCommunication()),
        Gen.Int[1, 12].Select(window => new LookAheadCommunication(window)),
        Gen.Select(Gen.Int[1, 12], Gen.Double[1e-9, 1], (window, tolerance) =>
            new LookAheadCommunication(window, tolerance)));

    private static Gen<ComputeSpec> Compute =>
        Gen.Select(
            Gen.Enum<Precision>(),
            Gen.Int[1, 12],
            Gen.OneOf(32, 64, 256),
            (precision, window, leaf) =>
                new ComputeSpec { Precision = precision, Window = window, Leaf = leaf });

    private static int Dimension(DataSpec data) => data switch
    {
        IsotropicGaussiansData isotropic => isotropic.Dimension,
        AnisotropicGaussiansData anisotropic => anisotropic.Dimension,
        LinearTeacherData linear => linear.Dimension,
        QuadraticTeacherData quadratic => quadratic.Diagonal.Count,
        NeuralTeacherData neural => neural.Dimension,
        HypercubeData hypercube => hypercube.Dimension,
        ConstantData constant => constant.X.Count,
        FileData { Features: { } features } => features.Count,
        _ => MostDimensions,
    };

    private static Gen<EquatableList<double>> Vector(int length) =>
        Gen.Double[-2, 2].Array[length].Select(values => new EquatableList<double>(values));

    private static Gen<EquatableList<EquatableList<double>>> Matrix(int rows, int columns) =>
        Vector(columns).Array[rows].Select(values => new EquatableList<EquatableList<double>>(values));

    /// <summary>Between one and four points (t, value) with ascending t.</summary>
    private static Gen<EquatableList<EquatableList<double>>> Knots(int atLeast, double low, double high) =>
        from count in Gen.Int[atLeast, 4]
        from start in Gen.Double[-2, 0]
        from gaps in Gen.Double[0.1, 1].Array[count]
        from values in Gen.Double[low, high].Array[count]
        select Points(gaps.Select((_, i) => start + gaps.Take(i).Sum()), values);

    private static EquatableList<EquatableList<double>> Points(IEnumerable<double> times, double[] values) =>
        [.. times.Zip(values, (t, value) => new EquatableList<double>([t, value]))];
}
