using MeanField.Lab.Figures.Drawing;

namespace MeanField.Lab.Reports.Words;

/// <summary>A law of samples in words and symbols.</summary>
internal static class DataWords
{
    private const int LongestName = 60;

    public static string Of(DataSpec data) => data switch
    {
        IsotropicGaussiansData gaussians =>
            $"y = ±1 with equal odds, x | y ~ N(0, (1 ± Δ)² I) in dimension {gaussians.Dimension}, "
            + $"Δ = {Number(gaussians.Separation)}",
        AnisotropicGaussiansData gaussians =>
            $"y = ±1 with equal odds, x | y normal in dimension {gaussians.Dimension} with standard "
            + $"deviation 1 ± {Number(gaussians.Separation)} along {gaussians.SignalDimension} axes, 1 along the others",
        LinearTeacherData teacher =>
            $"x ~ N(0, I) in dimension {teacher.Dimension}, y = ⟨θ*, x⟩{Noise(teacher.Noise)}",
        QuadraticTeacherData teacher =>
            $"x ~ N(0, I) in dimension {teacher.Diagonal.Count}, y = "
            + (teacher.Centered ? "Σ cᵢ (xᵢ² − 1)" : "Σ cᵢ xᵢ²"),
        NeuralTeacherData teacher =>
            $"{Inputs(teacher)}, y = a sum of {teacher.Amplitudes.Count} teacher neurons with "
            + $"σ(t) = {NetworkWords.Of(teacher.Activation)}{Noise(teacher.Noise)}",
        HypercubeData cube =>
            $"x uniform on the corners of the {cube.Dimension}-dimensional cube, "
            + $"y a sum of {cube.Monomials.Count} monomials",
        ConstantData => "one sample, always the same",
        FileData file => OfFile(file),
        _ => data.GetType().Name,
    };

    private static string OfFile(FileData file)
    {
        var features = file.Features is { } names ? $"{names.Count} columns" : "all other columns";
        var standardized = file.Standardize ? ", standardized" : "";
        return $"rows of {Short(Path.GetFileName(file.Path))}: {Short(file.Target)} regressed on "
            + $"{features}{standardized}; {Number(100 * file.Holdout)} % of the rows held out";
    }

    private static string Inputs(NeuralTeacherData teacher) => teacher.Input == InputLaw.Gaussian
        ? $"x ~ N(0, I) in dimension {teacher.Dimension}"
        : $"x uniform on the sphere of radius √d in dimension {teacher.Dimension}";

    private static string Noise(double noise) => noise == 0 ? "" : $" + {Number(noise)} g, g ~ N(0, 1)";

    private static string Short(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";

    private static string Number(double value) => FigureNumber.Text(value, 6);
}
