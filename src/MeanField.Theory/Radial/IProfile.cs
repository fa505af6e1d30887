namespace MeanField.Theory.Radial;

/// <summary>φ(S) = E σ(S ω), the mean of the neuron over directions, and its derivative.</summary>
/// <remarks>ω is one coordinate of a uniform point of the sphere, or a standard normal in the limit d =
/// ∞.</remarks>
public interface IProfile
{
    double Value(double s);

    double Slope(double s);
}
