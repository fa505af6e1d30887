namespace MeanField.Core.Specification.Sections;

/// <summary>Where a law of the data says how many coordinates x has.</summary>
/// <param name="Value">d.</param>
/// <param name="Path">The field that says so.</param>
internal readonly record struct DataDimension(int Value, string Path)
{
    /// <summary>Null where only a file's header tells.</summary>
    public static DataDimension? Of(DataSpec data) => data switch
    {
        _ when ReferenceEquals(data, DataForm.Nothing) => null,
        IsotropicGaussiansData isotropic => new(isotropic.Dimension, "data.dimension"),
        AnisotropicGaussiansData anisotropic => new(anisotropic.Dimension, "data.dimension"),
        LinearTeacherData linear => new(linear.Dimension, "data.dimension"),
        QuadraticTeacherData quadratic => new(quadratic.Diagonal.Count, "data.diagonal"),
        NeuralTeacherData neural => new(neural.Dimension, "data.dimension"),
        HypercubeData hypercube => new(hypercube.Dimension, "data.dimension"),
        ConstantData constant => new(constant.X.Count, "data.x"),
        FileData { Features: { } features } => new(features.Count, "data.features"),
        _ => null,
    };
}
