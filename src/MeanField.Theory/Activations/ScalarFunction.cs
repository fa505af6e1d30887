namespace MeanField.Theory.Activations;

/// <summary>A function of one variable and its derivative.</summary>
public sealed record ScalarFunction(Func<double, double> Value, Func<double, double> Slope)
{
    /// <summary>t ↦ f(t)².</summary>
    public ScalarFunction Squared() => new(t => Value(t) * Value(t), t => 2 * Value(t) * Slope(t));
}
