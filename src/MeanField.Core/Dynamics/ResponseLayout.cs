using MeanField.Core.Particles;

namespace MeanField.Core.Dynamics;

/// <summary>
/// What a group of particles remembers of the window: per sample the pre-activation u, overwritten by the
/// coefficient q = a σ'(u) once it is known; for the linearized network also the frozen pre-activation; where a is
/// trained, σ of the step's batch.
/// </summary>
internal sealed class ResponseLayout
{
    public ResponseLayout(ParticleLayout layout, WindowPlan plan)
    {
        var window = plan.Samples * layout.Lanes;
        Start = window;
        Values = layout.Linearized ? 2 * window : window;
        GroupLength = Values + (layout.AmplitudeTrained ? plan.Batch * layout.Lanes : 0);
        LeafLength = (long)GroupLength * layout.GroupsPerLeaf;
    }

    /// <summary>Offset of the frozen pre-activations in a group.</summary>
    public int Start { get; }

    /// <summary>Offset of the last step's σ in a group.</summary>
    public int Values { get; }

    public int GroupLength { get; }

    public long LeafLength { get; }
}
