namespace MeanField.Theory.Potentials;

/// <summary>A law of (x, y) made of Gaussian parts.</summary>
/// <param name="Dimension">d.</param>
/// <param name="Parts">Of the mixture.</param>
/// <param name="NoiseVariance">Of y given x.</param>
public sealed record GaussianInputs(
    int Dimension, IReadOnlyList<GaussianPart> Parts, double NoiseVariance)
{
    /// <summary>Null where the inputs are not Gaussian.</summary>
    public static GaussianInputs? Of(DataSpec data) => data switch
    {
        IsotropicGaussiansData law => Classes(law.Dimension, law.Dimension, law.Separation),
        AnisotropicGaussiansData law => Classes(law.Dimension, law.SignalDimension, law.Separation),
        LinearTeacherData law => new(law.Dimension, [LinearPart(law)], law.Noise * law.Noise),
        QuadraticTeacherData law => new(law.Diagonal.Count, [QuadraticPart(law)], 0),
        NeuralTeacherData { Input: InputLaw.Gaussian } law =>
            new(law.Dimension, [NeuralPart(law)], law.Noise * law.Noise),
        _ => null,
    };

    // y = ±1 with probability ½, Σ_y = (1 ± Δ)² on the signal's coordinates, 1 on the rest
    private static GaussianInputs Classes(int dimension, int signal, double separation)
    {
        GaussianPart Class(double y) => new(
            0.5,
            [.. Enumerable.Range(0, dimension).Select(i => i < signal ? Math.Pow(1 + y * separation, 2) : 1)],
            y,
            []);
        return new(dimension, [Class(1), Class(-1)], 0);
    }

    private static GaussianPart LinearPart(LinearTeacherData law) => new(
        1,
        null,
        0,
        [new(1, law.Teacher is { } teacher ? [.. teacher] : Unit(law.Dimension, 0), new LinearActivation())]);

    private static GaussianPart QuadraticPart(QuadraticTeacherData law) => new(
        1,
        null,
        law.Centered ? -law.Diagonal.Sum() : 0,
        [.. law.Diagonal.Select((b, i) =>
            new TeacherNeuron(b, Unit(law.Diagonal.Count, i), new QuadraticActivation()))]);

    private static GaussianPart NeuralPart(NeuralTeacherData law) => new(
        1,
        null,
        0,
        [.. law.Weights.Zip(law.Amplitudes, (w, a) => new TeacherNeuron(a, [.. w], law.Activation))]);

    private static double[] Unit(int dimension, int place) =>
        [.. Enumerable.Range(0, dimension).Select(i => i == place ? 1.0 : 0)];
}

/// <summary>x ~ N(0, Σ), y = constant + Σ amplitude τ(⟨weights, x⟩).</summary>
/// <param name="Weight">Of the part in the mixture.</param>
/// <param name="Variances">Σ, diagonal; null: the identity.</param>
/// <param name="Constant">Of y.</param>
/// <param name="Teachers">The ridge functions in y.</param>
public sealed record GaussianPart(
    double Weight, double[]? Variances, double Constant, IReadOnlyList<TeacherNeuron> Teachers);

/// <summary>amplitude · τ(⟨weights, x⟩).</summary>
public sealed record TeacherNeuron(double Amplitude, double[] Weights, ActivationSpec Activation);
