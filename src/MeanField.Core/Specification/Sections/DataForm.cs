using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

internal static class DataForm
{
    /// <summary>What stands for the data where they could not be read; no law of its own.</summary>
    public static readonly DataSpec Nothing = new ConstantData([], 0);

    public static readonly KindForm<DataSpec> Form = new KindForm<DataSpec>("a law of the data")
        .Or(GaussianDataForms.Isotropic)
        .Or(GaussianDataForms.Anisotropic)
        .Or(TeacherDataForms.Linear)
        .Or(TeacherDataForms.Quadratic)
        .Or(TeacherDataForms.Neural)
        .Or(FiniteDataForms.Hypercube)
        .Or(FiniteDataForms.Constant)
        .Or(FiniteDataForms.File);
}
