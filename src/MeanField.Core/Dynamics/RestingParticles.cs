using MeanField.Core.Specification;

namespace MeanField.Core.Dynamics;

/// <summary>
/// Which particles a range of leaves holds, and how long they are when a block at rest writes them.
/// </summary>
public static class RestingParticles
{
    public static int NumberBytes(this Precision precision) =>
        precision == Precision.Double ? sizeof(double) : sizeof(float);

    /// <summary>The first particle of the leaves, and how many they are.</summary>
    public static (long First, long Count) ParticlesOf(this IMeanFieldModel model, LeafRange leaves)
    {
        var first = (long)leaves.First * model.ParticlesPerLeaf;
        return (first, Math.Min(model.Particles, (long)leaves.End * model.ParticlesPerLeaf) - first);
    }

    public static long Bytes(this IMeanFieldModel model, LeafRange leaves) =>
        model.ParticlesOf(leaves).Count * model.ParticleLength * model.Precision.NumberBytes()
        + (long)leaves.Count * model.BytesBesideLeaf;
}
