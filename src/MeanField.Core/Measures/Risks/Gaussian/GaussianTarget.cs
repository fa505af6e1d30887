using MeanField.Core.Data;
using MeanField.Core.Specification;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>
/// A part of a mixture law: with a probability, x = diag(scales) G and y = Σ ridges, G ~ N(0, I).
/// </summary>
internal sealed record GaussianClass(double Probability, double[] Scales, Ridge[] Target);

/// <summary>A law of Gaussian inputs and of a target that is a sum of ridge functions and noise.</summary>
internal sealed record GaussianTarget(GaussianClass[] Classes, double Noise)
{
    /// <summary>Null where the law is not of this kind.</summary>
    public static GaussianTarget? Of(DataSpec data) => data switch
    {
        IsotropicGaussiansData law => TwoClasses(law.Dimension, law.Separation, law.Dimension),
        AnisotropicGaussiansData law => TwoClasses(law.Dimension, law.Separation, law.SignalDimension),
        LinearTeacherData law => OneClass([Line(law)], law.Dimension, law.Noise),
        QuadraticTeacherData law => OneClass([.. Squares(law)], law.Diagonal.Count, 0),
        NeuralTeacherData { Input: InputLaw.Gaussian } law =>
            OneClass([.. Neurons(law)], law.Dimension, law.Noise),
        _ => null,
    };

    private static GaussianTarget TwoClasses(int dimension, double separation, int signalDimension)
    {
        GaussianClass Class(double label)
        {
            var scales = Ones(dimension);
            scales.AsSpan(0, signalDimension).Fill(1 + label * separation);
            return new GaussianClass(0.5, scales, [Constant(label, dimension)]);
        }
        return new GaussianTarget([Class(1), Class(-1)], 0);
    }

    private static GaussianTarget OneClass(Ridge[] target, int dimension, double noise) =>
        new([new GaussianClass(1, Ones(dimension), target)], noise);

    private static Ridge Line(LinearTeacherData law) =>
        new(1, new RidgeFunction(new LinearActivation()), LinearTeacherLaw.Teacher(law), 0);

    private static IEnumerable<Ridge> Squares(QuadraticTeacherData law)
    {
        var square = new RidgeFunction(new QuadraticActivation());
        for (var i = 0; i < law.Diagonal.Count; i++)
        {
            var axis = new double[law.Diagonal.Count];
            axis[i] = 1;
            yield return new Ridge(law.Diagonal[i], square, axis, 0);
        }
        if (law.Centered)
            yield return Constant(-law.Diagonal.Sum(), law.Diagonal.Count);
    }

    private static IEnumerable<Ridge> Neurons(NeuralTeacherData law)
    {
        var activation = new RidgeFunction(law.Activation);
        return law.Weights.Select((w, m) => new Ridge(law.Amplitudes[m], activation, w.ToArray(), 0));
    }

    private static Ridge Constant(double value, int dimension) =>
        new(value, new RidgeFunction(new PolynomialActivation([1])), new double[dimension], 0);

    private static double[] Ones(int dimension)
    {
        var ones = new double[dimension];
        Array.Fill(ones, 1);
        return ones;
    }
}
