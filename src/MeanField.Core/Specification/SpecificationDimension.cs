using MeanField.Core.Specification.Forms;
using MeanField.Core.Specification.Sections;

namespace MeanField.Core.Specification;

/// <summary>
/// What can be judged only when a data file has been read and the number of its features is known.
/// </summary>
public static class SpecificationDimension
{
    /// <exception cref="SpecificationException">Something has not as many coordinates as x.</exception>
    public static void Require(ExperimentSpec specification, int dimension)
    {
        var faults = new Faults();
        var known = DataDimension.Of(specification.Data) ?? new(dimension, "features of data.path");
        DimensionConsistency.Check(specification, known, new Cursor(null, "", faults));
        faults.ThrowIfAny();
    }
}
