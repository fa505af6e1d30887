using MeanField.Core.Specification;

namespace MeanField.Core.Data;

/// <summary>Makes the law that a specification names.</summary>
public static class DataLaws
{
    /// <exception cref="SpecificationException">The table of a file law cannot be used.</exception>
    public static IDataLaw Create(DataSpec data, ulong seed) => data switch
    {
        IsotropicGaussiansData law =>
            new GaussianClassesLaw(law.Dimension, law.Separation, law.Dimension, seed),
        AnisotropicGaussiansData law =>
            new GaussianClassesLaw(law.Dimension, law.Separation, law.SignalDimension, seed),
        LinearTeacherData law => new LinearTeacherLaw(law, seed),
        QuadraticTeacherData law => new QuadraticTeacherLaw(law, seed),
        NeuralTeacherData law => new NeuralTeacherLaw(law, seed),
        HypercubeData law => new HypercubeLaw(law, seed),
        ConstantData law => new ConstantLaw(law),
        FileData law => FileLaw.Read(law, seed),
        _ => throw new ArgumentOutOfRangeException(nameof(data), data, "unknown law"),
    };

    /// <summary>The two parts of a table: rows to draw from, and rows that the risk is measured on.</summary>
    /// <exception cref="SpecificationException">The table cannot be used.</exception>
    public static (TestSet Training, TestSet Measured) Rows(FileData data, ulong seed)
    {
        var law = FileLaw.Read(data, seed);
        return (law.TrainingSet, law.FixedTestSet!);
    }
}
