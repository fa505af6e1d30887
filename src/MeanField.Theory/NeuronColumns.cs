using System.Collections.Immutable;
using System.Globalization;
using MeanField.Theory.Activations;
using MeanField.Theory.Population;
using MeanField.Theory.Potentials;

namespace MeanField.Theory;

/// <summary>The named numbers of an observation, in its order, under a law of weighted neurons.</summary>
/// <remarks>The largest overlap is no functional of a law, and has no column.</remarks>
public sealed class NeuronColumns(ExperimentSpec spec, NeuronLayout layout)
{
    private readonly double[][] _teachers = Teachers(spec.Data);

    public ImmutableArray<NamedValue> Of(WeightedNeurons law)
    {
        double Mean(Func<double[], double> f) => law.Masses.Select((m, i) => m * f(law[i].ToArray())).Sum();
        var (mean, square) = (Mean(Norm), Mean(theta => Norm(theta) * Norm(theta)));
        var columns = ImmutableArray.CreateBuilder<NamedValue>();
        columns.Add(new("weightNormMean", mean));
        columns.Add(new("weightNormSquaredMean", square));
        columns.Add(new("weightNormVariance", Math.Max(0, square - mean * mean)));
        if (spec.Network.Amplitude.Trained)
            AddMoments("amplitude", theta => layout.Amplitude(theta));
        if (spec.Network.Bias.Trained)
            AddMoments("bias", theta => layout.Bias(theta));
        if (_teachers.Length > 0)
            columns.Add(new("overlapMean", Mean(Overlap)));
        foreach (var test in spec.Observe.TestFunctions)
        {
            var (f, coordinate) = (TestFunction.Of(test.Kind), Coordinate(test.Of));
            columns.Add(new(test.Name, Mean(theta => f(test.Scale * coordinate(theta)))));
        }
        return columns.DrainToImmutable();

        void AddMoments(string name, Func<double[], double> quantity)
        {
            columns.Add(new(name + "Mean", Mean(quantity)));
            columns.Add(new(name + "SquaredMean", Mean(theta => quantity(theta) * quantity(theta))));
        }
    }

    /// <summary>The law of |w|; point masses, or a cloud that stands for a density.</summary>
    public NormLaw NormOf(WeightedNeurons law, bool atoms)
    {
        double[] norms = [.. Enumerable.Range(0, law.Count).Select(i => Norm(law[i].ToArray()))];
        return atoms ? NormLaw.OfAtoms(norms, law.Masses) : NormLaw.OfCloud(norms, law.Masses);
    }

    private double Norm(double[] theta) => Math.Sqrt(Dot(theta, theta));

    // the largest cosine of w with a teacher's vector
    private double Overlap(double[] theta) => Norm(theta) is var norm and > 0
        ? _teachers.Max(teacher => Dot(teacher, theta) / Math.Sqrt(Dot(teacher, teacher))) / norm
        : 0;

    private double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < layout.Dimension; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private Func<double[], double> Coordinate(string name) => name switch
    {
        "weightNorm" => Norm,
        "a" => theta => layout.Amplitude(theta),
        "b" => theta => layout.Bias(theta),
        _ => Weight(int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture)),
    };

    private static Func<double[], double> Weight(int number) => theta => theta[number - 1];

    private static double[][] Teachers(DataSpec data) => data switch
    {
        LinearTeacherData or NeuralTeacherData { Input: InputLaw.Gaussian } =>
            [.. GaussianInputs.Of(data)!.Parts[0].Teachers.Select(teacher => teacher.Weights)],
        NeuralTeacherData neural => [.. neural.Weights.Select(row => row.ToArray())],
        _ => [],
    };
}
