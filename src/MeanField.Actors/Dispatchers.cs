namespace MeanField.Actors;

/// <summary>Names of dispatchers in the configuration.</summary>
internal static class Dispatchers
{
    /// <summary>For all that a step passes through.</summary>
    public const string Compute = "meanfield.compute-dispatcher";
}
