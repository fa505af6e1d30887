namespace MeanField.Core.Measures.Stages;

/// <summary>The rows of the tracked particles: the first ones.</summary>
internal sealed class PathStage(int tracked, int particleLength) : RowStage(tracked, particleLength)
{
    public override Observation Describe(Observation observation) => observation with { Paths = [.. Rows] };
}
