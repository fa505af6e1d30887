namespace MeanField.Core.Dynamics;

/// <summary>
/// Keeps a block's particles at rest, so that it need not be replayed from the seed. Losing any of it costs
/// time, never the answer.
/// </summary>
public interface ICheckpoints
{
    /// <summary>
    /// Restores what it can of a new block, at steps up to <paramref name="latest"/>; tells the last of them.
    /// </summary>
    long Restore(IParticleBlock block, long latest);

    /// <summary>Saves a part of the block where that is due; called before every step, and cheap.</summary>
    void Offer(IParticleBlock block);
}
