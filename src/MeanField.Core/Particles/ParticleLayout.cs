using System.Collections.Immutable;
using MeanField.Core.Specification;

namespace MeanField.Core.Particles;

/// <summary>
/// How particles lie in memory: groups of lanes (an array of structures of arrays), one row of
/// <see cref="Lanes"/> numbers per parameter. A row is 128 bytes: a group is one linear stream.
/// </summary>
/// <remarks>
/// Rows of a group: w_1 … w_d, b where it is trained, b where it is frozen and not one constant, a where it is
/// trained or not one constant; for the linearized network the start of all trained parameters again.
/// </remarks>
public sealed class ParticleLayout
{
    private const int RowBytes = 128;

    public ParticleLayout(NetworkSpec network, ComputeSpec compute, int dimension)
    {
        Dimension = dimension;
        Linearized = network.Scaling == Scaling.Linearized;
        AmplitudeTrained = network.Amplitude.Trained;
        BiasTrained = network.Bias.Trained;
        Lanes = RowBytes / (compute.Precision == Precision.Double ? sizeof(double) : sizeof(float));
        Leaf = compute.Leaf;
        Particles = network.Particles;
        MatrixRows = dimension + (BiasTrained ? 1 : 0);
        Rows = MatrixRows;
        if (!BiasTrained)
            (ConstantBias, FrozenBiasRow) = Place(network.Bias);
        (ConstantAmplitude, AmplitudeRow) = Place(network.Amplitude);
        TrainedRows = [.. Trained(dimension)];
        if (!Linearized)
            return;
        StartRow = Rows;
        Rows += MatrixRows;
        StartAmplitudeRow = AmplitudeTrained ? Rows++ : AmplitudeRow;
    }

    /// <summary>d.</summary>
    public int Dimension { get; }

    public bool Linearized { get; }

    public bool AmplitudeTrained { get; }

    public bool BiasTrained { get; }

    /// <summary>N.</summary>
    public long Particles { get; }

    public int Leaf { get; }

    public int Leaves => checked((int)((Particles + Leaf - 1) / Leaf));

    /// <summary>D: trained parameters per particle.</summary>
    public int ParticleLength => Dimension + (AmplitudeTrained ? 1 : 0) + (BiasTrained ? 1 : 0);

    /// <summary>The rows of a particle's D numbers as they are read out: w₁ … w_d, then a and b where trained.</summary>
    public ImmutableArray<int> TrainedRows { get; }

    /// <summary>Particles per group.</summary>
    public int Lanes { get; }

    public int GroupsPerLeaf => Leaf / Lanes;

    /// <summary>Rows that take part in pre-activations and updates: w, then b where it is trained.</summary>
    public int MatrixRows { get; }

    public int? FrozenBiasRow { get; }

    public double ConstantBias { get; }

    public int? AmplitudeRow { get; }

    public double ConstantAmplitude { get; }

    /// <summary>First row of the start of the matrix rows (linearized only).</summary>
    public int StartRow { get; }

    /// <summary>Row of the start of a (linearized only; null where a is one constant).</summary>
    public int? StartAmplitudeRow { get; }

    public int Rows { get; private set; }

    /// <summary>Numbers per group.</summary>
    public int GroupLength => Rows * Lanes;

    /// <summary>Particles in a leaf: the last one may be short.</summary>
    public int Occupied(int leaf) => (int)Math.Min(Leaf, Particles - (long)leaf * Leaf);

    private IEnumerable<int> Trained(int dimension)
    {
        for (var row = 0; row < dimension; row++)
            yield return row;
        if (AmplitudeTrained)
            yield return AmplitudeRow!.Value;
        if (BiasTrained)
            yield return dimension;
    }

    private (double Constant, int? Row) Place(ScalarParameterSpec parameter) =>
        parameter is { Trained: false, Initial: ConstantScalar constant } ? (constant.Value, null) : (0, Rows++);
}
