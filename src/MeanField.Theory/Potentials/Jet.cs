namespace MeanField.Theory.Potentials;

/// <summary>A function of θ at one place, with as many derivatives as are asked for.</summary>
/// <param name="length">D.</param>
/// <param name="order">0: the value; 1: the gradient too; 2: the Hessian too.</param>
public sealed class Jet(int length, int order)
{
    public int Order => order;

    public double Value { get; set; }

    public double[] Gradient { get; } = new double[order >= 1 ? length : 0];

    /// <summary>Row by row.</summary>
    public double[] Hessian { get; } = new double[order >= 2 ? length * length : 0];
}
