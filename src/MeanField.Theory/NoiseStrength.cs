namespace MeanField.Theory;

/// <summary>The variance that noise adds to every coordinate per unit of s (or of τ).</summary>
public static class NoiseStrength
{
    /// <summary>4/β for √(4s/β), 2/β for √(2s/β), 0 without noise.</summary>
    public static double Of(TrainingSpec training) => training switch
    {
        { InverseTemperature: null } => 0,
        { Noise: NoiseConvention.AsPrinted } => 2 / training.InverseTemperature.Value,
        _ => 4 / training.InverseTemperature.Value,
    };
}
