namespace MeanField.Theory;

/// <summary>What keeps any experiment from having a mean-field limit, whatever its law.</summary>
internal static class LimitObstacle
{
    public static string? Of(ExperimentSpec spec) => spec.Network.Scaling switch
    {
        Scaling.Lazy => "the lazy scaling 1/√N has a kernel limit, not a mean-field one",
        Scaling.Linearized => "the linearised network has a kernel limit, not a mean-field one",
        _ => null,
    };
}
